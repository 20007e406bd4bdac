//go:build js && wasm && !probe

package main

// probes is empty in an engine that is shipped.
var probes []export
