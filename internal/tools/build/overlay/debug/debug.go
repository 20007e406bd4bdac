// Package debug is what the engine needs of Go's runtime/debug: how far the
// heap may grow. The whole of it brings files and the names of modules with it.
package debug

import _ "unsafe" // for the runtime's function

// SetGCPercent sets how much the heap may grow, in percent of what was in use
// after the last collection, before the next one; it returns what was set.
func SetGCPercent(percent int) int { return int(setGCPercent(int32(percent))) }

// setGCPercent is the runtime's.
func setGCPercent(percent int32) int32
