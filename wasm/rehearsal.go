//go:build js && wasm

package main

// rehearsal is an article that has what the stages of an analysis look for.
const rehearsal = `Ministers agree on steel tariffs but not on refugees
Home / Politics / Ministers agree on steel tariffs but not on refugees

Ministers agree on steel tariffs but not on refugees

Politics desk | 2026-03-14

The finance ministers of nine countries ended their talks in Geneva on Friday with a common tariff on steel of 12.5 percent. “We want fair prices for our workers,” said the trade minister of Norway, Europe’s largest exporter of gas. She called on the European Union to follow before 1 May 2027, and warned that it would otherwise lose 40,000 jobs.

A quarrel over the border

Germany and Poland rejected a quota for asylum seekers. The UN refugee agency, which had asked for €2.3 billion, criticized the decision: people turned back at the border “have no access to a lawyer or a doctor”. The opposition demands that the government spend more on hospitals, schools and housing instead of weapons.

What comes next The parliaments have to approve the agreement by July. Analysts at the central bank expect that inflation will fall to 2 percent, if oil and electricity do not get dearer; trade unions doubt it.

Read more
Storm damages 300 homes on the coast
`
