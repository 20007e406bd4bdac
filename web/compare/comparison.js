/**
 * Two reports side by side: [{id, label, shares, claims, terms}] for each issue that either has, `shares`,
 * `claims` (how many are on it) and `terms` (words that say so, the weightiest first) being pairs. Issues
 * of both come first, then those of the first alone, then those of the second; each by share.
 */
export function comparison(reports, texts) {
  const sides = reports.map((report) => new Map(report.issues.map((issue) => [issue.id, issue])));
  const ids = new Set(sides.flatMap((side) => [...side.keys()]));
  const rank = ({ shares: [a, b] }) => (a && b ? 0 : a ? 1 : 2);
  return [...ids].map((id) => ({
    id,
    label: (sides[0].get(id) ?? sides[1].get(id)).label,
    shares: sides.map((side) => side.get(id)?.share ?? 0),
    claims: reports.map(({ claims }) => claims.filter(({ issue }) => issue === id).length),
    terms: reports.map((report, side) => termsOf(report, texts[side], id)),
  })).sort((a, b) => rank(a) - rank(b) || Math.max(...b.shares) - Math.max(...a.shares));
}

function termsOf({ evidence }, text, id) {
  const weights = new Map();
  for (const { start, end, issue, weight } of evidence) {
    const term = text.slice(start, end).toLowerCase();
    if (issue === id) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  }
  return [...weights].sort((a, b) => b[1] - a[1]).map(([term]) => term);
}
