/** Times for 1 MB as bars on a logarithmic scale, as an SVG that needs nothing else. */
export function plot(summary, machine) {
  const rows = [...summary.map(({ name, megabyte }) => [name, megabyte]), ['Rubricator, issues alone', summary[0].issues]].filter(([, time]) => time).sort((a, b) => a[1] - b[1]);
  const [low, high] = [Math.min(...rows.map(([, time]) => time)) / 2, Math.max(...rows.map(([, time]) => time))];
  const x = (time) => 220 + (460 * Math.log(time / low)) / Math.log(high / low);
  const escaped = (text) => text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const bars = rows.map(([name, time], place) => {
    const y = 50 + place * 30;
    const ours = name.startsWith('Rubricator');
    return `<text x="212" y="${y + 14}" text-anchor="end"${ours ? ' font-weight="600"' : ''}>${escaped(name)}</text><rect x="220" y="${y}" width="${(x(time) - 220).toFixed(1)}" height="18" fill="${ours ? '#9c2a1c' : '#a9a59c'}"/><text x="${(x(time) + 6).toFixed(1)}" y="${y + 14}">${time < 10 ? time.toFixed(1) : Math.round(time)} ms</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 ${90 + rows.length * 30}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="Milliseconds for 1 MB of news, logarithmic">
<rect width="100%" height="100%" fill="#fdfcf9"/>
<text x="20" y="26" font-size="15" font-weight="600">Milliseconds for 1 MB of news, logarithmic</text>
${bars.join('\n')}
<text x="20" y="${70 + rows.length * 30}" fill="#5f5b54" font-size="11">${escaped(machine)}</text>
</svg>
`;
}
