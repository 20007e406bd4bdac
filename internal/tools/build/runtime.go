package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// A cut is what a file of Go's runtime is left without in the build.
type cut struct {
	// Functions that only print what nobody reads: stack traces, whose names are
	// blanked (module.LeaveOutTraces), and what an environment variable asks for.
	// They do nothing.
	quiet []string
	// Lines that ask for what is never on here, the tracer of package runtime/trace,
	// or print what is never printed, floating-point numbers; and what stands for
	// them. What only they need is not linked.
	never [][2]string
}

var cuts = map[string]cut{
	"hexdump.go":     {quiet: []string{"hexdumpWords"}},
	"mcheckmark.go":  {quiet: []string{"checkFinalizersAndCleanups"}},
	"mgcmark.go":     {quiet: []string{"gcDumpObject"}},
	"mgcscavenge.go": {quiet: []string{"printScavTrace"}},
	"proc.go":        {quiet: []string{"schedtrace"}},
	"traceback.go":   {quiet: []string{"traceback1", "tracebackHexdump", "tracebackothers", "goroutineheader", "printcreatedby"}},
	"print.go": {never: [][2]string{
		{"gwrite(strconv.AppendFloat(buf[:0], v, 'g', -1, 64))", "gwrite(buf[:0])"},
		{"gwrite(strconv.AppendFloat(buf[:0], float64(v), 'g', -1, 32))", "gwrite(buf[:0])"},
		{"gwrite(strconv.AppendComplex(buf[:0], c, 'g', -1, 128))", "gwrite(buf[:0])"},
		{"gwrite(strconv.AppendComplex(buf[:0], complex128(c), 'g', -1, 64))", "gwrite(buf[:0])"},
	}},
	"traceruntime.go": {never: [][2]string{
		{"\treturn trace.enabled\n", "\treturn false\n"},
		{"\treturn trace.enabledWithAllocFree\n", "\treturn false\n"},
		{"\treturn trace.shutdown.Load()\n", "\treturn false\n"},
	}},
}

// of returns the source of a file without what is cut, and what of that the file
// does not have, once: in another release of Go the module is a tenth larger then,
// and right.
func (c cut) of(source string) (left string, missing []string) {
	for _, function := range c.quiet {
		head := regexp.MustCompile(`(?m)^func ` + function + `\(.*\) \{$`)
		if len(head.FindAllString(source, -1)) != 1 {
			missing = append(missing, function)
			continue
		}
		source = head.ReplaceAllString(source, "${0}\n\treturn")
	}
	for _, line := range c.never {
		if strings.Count(source, line[0]) != 1 {
			missing = append(missing, line[0])
			continue
		}
		source = strings.Replace(source, line[0], line[1], 1)
	}
	return source, missing
}

// replaceRuntime adds to what is replaced in the build the files of Go's runtime
// that are cut, written into a folder.
func replaceRuntime(replace map[string]string, goroot, folder string) error {
	for name, c := range cuts {
		file := filepath.Join(goroot, "src", "runtime", name)
		source, err := os.ReadFile(file)
		if os.IsNotExist(err) {
			continue // another release of Go
		}
		if err != nil {
			return err
		}
		left, _ := c.of(string(source))
		copied := filepath.Join(folder, "runtime-"+name)
		if err := os.WriteFile(copied, []byte(left), 0o644); err != nil {
			return err
		}
		replace[file] = copied
	}
	return nil
}
