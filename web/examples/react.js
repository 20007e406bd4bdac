// React 19 sets properties of custom elements and listens to their events by the names they have.
import { createElement as e, useState } from 'react';
import { createRoot } from 'react-dom/client';

const ARTICLE = 'Rents rise again\n\nTenants in the capital pay a tenth more than a year ago. The mayor wants a rent freeze; landlords warned that it would stop the building of new homes.';

function App() {
  const [issues, setIssues] = useState([]);
  return e('div', {},
    e('p', {}, issues.length ? `Covered: ${issues.join(', ')}` : 'Reading…'),
    e('article-issues', {
      value: ARTICLE,
      'onanalysis-complete': ({ detail }) => setIssues(detail.report.issues.filter(({ status }) => status === 'covered').map(({ label }) => label)),
    }));
}

createRoot(document.getElementById('app')).render(e(App));
