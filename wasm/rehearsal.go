//go:build js && wasm

package main

import (
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/hack-pad/safejs"

	"rubricator/internal/analysis"
)

// rehearsals is after how many rehearsals no more are asked for, and times how
// often an article is analysed in each. One takes some milliseconds, all of them a
// quarter of a second.
const rehearsals, times = 48, 3

// rehearse does, while nothing is asked, what the first texts would have to wait
// for otherwise: a browser compiles a function when it is called first, and
// better when it was called often. After the first rehearsal the garbage of the
// start is collected, after the last one theirs.
func (e *engine) rehearse([]safejs.Value) ([]byte, error) {
	if e.analyzer == nil || e.rehearsed == rehearsals {
		return []byte("false"), nil
	}
	e.analyzer.Forget() // a text has words that no text before it had
	for i := range times {
		// Another text each time, for the last one is remembered; longer ones, for the
		// lists of the stages to grow.
		report, err := e.analyzer.Analyze(strings.Repeat(rehearsal, 1+i*i), analysis.All)
		if err != nil {
			return nil, err
		}
		e.encoder.AppendReport(nil, report)
	}
	e.rehearsed++
	switch e.rehearsed {
	case 1, rehearsals:
		debug.SetGCPercent(usual)
		runtime.GC()
	}
	return []byte("true"), nil
}

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
