package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
)

// checkRecord holds results against those of an earlier run.
func checkRecord(name string, results []result) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var earlier []result
	if err := json.Unmarshal(data, &earlier); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return fallen(earlier, results)
}

// tolerance is how far a figure may fall below the record.
const tolerance = 0.01

// fallen returns an error that names each figure that fell, or nil.
func fallen(earlier, now []result) error {
	var errs []error
	for _, before := range earlier {
		i := slices.IndexFunc(now, func(r result) bool { return r.File == before.File })
		if i < 0 {
			continue
		}
		for _, figure := range []struct {
			name          string
			before, after float64
		}{
			{"accuracy", before.Accuracy, now[i].Accuracy}, {"macro-F1", before.MacroF1, now[i].MacroF1},
			{"within", before.Within, now[i].Within}, {"top-3", before.Top3, now[i].Top3},
		} {
			if figure.after < figure.before-tolerance {
				errs = append(errs, fmt.Errorf("%s: %s fell from %.3f to %.3f", before.File, figure.name, figure.before, figure.after))
			}
		}
	}
	return errors.Join(errs...)
}
