// Command train fits to labelled texts what the issue pack holds beside the
// curated terms, and writes it into the catalogue as text:
//
//	train [-dir internal/catalogue/en] [-calibrate FILE,FILE...] FILE...
//
// cues.txt says what stems and pairs of stems add to the terms, by the files and
// by the catalogue's own texts, levels.txt in how many of the texts of the files
// a stem occurs, and calibration.txt how often a call with evidence of a given
// weight and part of the whole was right, in texts of the files held back from
// a first fit and in the files of -calibrate, which serve for nothing else. The
// stems of ordinary English go into package language. The same files give the
// same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rubricator/internal/catalogue"
	"rubricator/internal/gold"
	"rubricator/internal/pack"
)

func main() {
	dir := flag.String("dir", "internal/catalogue/en", "folder of the catalogue")
	calibration := flag.String("calibrate", "", "files to count confidences on, with commas between them")
	flag.Parse()
	if err := run(*dir, flag.Args(), strings.FieldsFunc(*calibration, func(r rune) bool { return r == ',' })); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// folds is into how many parts the texts are cut: confidences are counted on
// one of them, with weights fitted to the others.
const folds = 5

// commonFile is the Go file with the stems of ordinary English; see common.
const commonFile = "internal/language/common.go"

func run(dir string, names, calibration []string) error {
	if len(names) == 0 {
		return fmt.Errorf("no texts to train on")
	}
	corpora, err := read(names)
	if err != nil {
		return err
	}
	others, err := read(calibration)
	if err != nil {
		return err
	}
	c, err := catalogue.Parse(os.DirFS(dir), ".")
	if err != nil {
		return err
	}
	own, err := catalogue.ParseTexts(os.DirFS(dir), "texts", c)
	if err != nil {
		return err
	}
	majors := map[string]int{}
	for _, m := range c.Majors {
		for _, issue := range m.Issues {
			majors[issue.ID] = m.Code
		}
	}
	c.Levels = levels(corpora)
	var sentences []string
	for _, items := range corpora {
		for _, item := range items {
			if !item.Headline { // headlines write all words with a capital
				sentences = append(sentences, item.Text)
			}
		}
	}
	for _, t := range own {
		sentences = append(sentences, t.Text)
	}
	code := writeCommon(common(sentences), []string{"uk-train", "the catalogue's texts"})
	if err := os.WriteFile(commonFile, []byte(code), 0o644); err != nil {
		return err
	}

	seen, held := split(corpora)
	if c.Cues, err = fit(c, learnable(seen, own, majors)); err != nil {
		return err
	}
	p, err := compile(c)
	if err != nil {
		return err
	}
	if c.Calibration, err = calibrate(p, append(others, held)); err != nil {
		return err
	}
	if c.Cues, err = fit(c, learnable(corpora, own, majors)); err != nil {
		return err
	}
	for name, text := range map[string]string{
		"cues.txt":        note(append(names, "texts")) + writeCues(c.Cues),
		"levels.txt":      note(names) + writeLevels(c.Levels),
		"calibration.txt": note(append(calibration, names...)) + writeCalibration(&c.Calibration),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// note is the first line of a file that is fitted to others.
func note(names []string) string {
	var sources []string
	for _, name := range names {
		sources = append(sources, strings.TrimSuffix(filepath.Base(name), ".csv.gz"))
	}
	return fmt.Sprintf("# Fitted to %s by `make train`; not to be edited.\n", strings.Join(sources, ", "))
}

// read reads one corpus from each file.
func read(names []string) ([][]gold.Item, error) {
	corpora := make([][]gold.Item, len(names))
	for i, name := range names {
		var err error
		if corpora[i], err = gold.Read(name); err != nil {
			return nil, err
		}
	}
	return corpora, nil
}

// split holds one of so many texts back.
func split(corpora [][]gold.Item) (seen [][]gold.Item, held []gold.Item) {
	seen = make([][]gold.Item, len(corpora))
	for i, items := range corpora {
		for j, item := range items {
			if j%folds == 0 {
				held = append(held, item)
			} else {
				seen[i] = append(seen[i], item)
			}
		}
	}
	return seen, held
}

func compile(c *catalogue.Catalogue) (*pack.Pack, error) {
	return catalogue.Compile(c, "train", "1", "en")
}
