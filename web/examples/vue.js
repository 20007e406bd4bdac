import { createApp, h, ref } from 'vue';

const ARTICLE = 'Ferry strike ends\n\nCrews of the island ferries go back to work on Monday. Their union wants shorter shifts; the company offered two more days of leave a month.';

createApp({
  setup() {
    const issues = ref([]);
    return () => [
      h('p', issues.value.length ? `Covered: ${issues.value.join(', ')}` : 'Reading…'),
      h('article-issues', {
        '.value': ARTICLE,
        onAnalysisComplete: ({ detail }) => { issues.value = detail.report.issues.filter(({ status }) => status === 'covered').map(({ label }) => label); },
      }),
    ];
  },
}).mount('#app');
