// Command pack compiles the issue catalogue into the issue pack.
//
//	pack [-check] [-dir internal/catalogue/en] [-out internal/news/news-en.pack]
//
// It prints what the pack holds. Mistakes in the catalogue and in its example
// texts, and terms that stand under several issues without having been reviewed,
// are printed with file and line, and the exit status is 1. With -check nothing is written: the
// exit status is 1 if the file is not what the catalogue gives.
package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"

	"rubricator/internal/catalogue"
	"rubricator/internal/pack"
)

func main() {
	check := flag.Bool("check", false, "only say whether the pack is what the catalogue gives")
	dir := flag.String("dir", "internal/catalogue/en", "folder of the catalogue")
	out := flag.String("out", "internal/news/news-en.pack", "file of the pack")
	flag.Parse()
	if err := run(*dir, *out, *check); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir, out string, check bool) error {
	c, err := catalogue.Parse(os.DirFS(dir), ".")
	if err != nil {
		return err
	}
	texts, err := catalogue.ParseTexts(os.DirFS(dir), "texts", c)
	if err != nil {
		return err
	}
	p, err := catalogue.Compile(c, "news-en", "1", "en")
	if err != nil {
		return err
	}
	file := pack.Encode(p, sha256.Sum256)
	if _, err := pack.Decode(file); err != nil {
		return fmt.Errorf("read back: %w", err)
	}
	if check {
		old, err := os.ReadFile(out)
		if err != nil {
			return err
		}
		if !bytes.Equal(old, file) {
			return fmt.Errorf("%s is not what %s gives: run `make pack`", out, dir)
		}
	} else if err := os.WriteFile(out, file, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d majors, %d issues, %d phrases, %d cues, %d words, %d bytes; %d example texts read\n",
		out, len(p.Majors), len(p.Issues), p.Phrases.Len(), p.Cues.Len(), len(p.Words), len(file), len(texts))
	return nil
}
