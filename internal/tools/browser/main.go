// Command browser prints the path of a Chromium-family browser for the tests:
// $CHROME, or the first one installed. Where there is none and it may install
// one, as root or by sudo without a password on Debian, it does.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// names are looked up on PATH; those that are paths stand for themselves.
var names = []string{
	"chromium",
	"chromium-browser",
	"google-chrome",
	"google-chrome-stable",
	"microsoft-edge",
	"brave-browser",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
	"/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
}

func main() {
	path, err := browser()
	if err != nil {
		fmt.Fprintln(os.Stderr, "browser:", err)
		os.Exit(1)
	}
	fmt.Println(path)
}

func browser() (string, error) {
	if chosen := os.Getenv("CHROME"); chosen != "" {
		path, err := find([]string{chosen})
		if err != nil {
			return "", fmt.Errorf("CHROME: %w", err)
		}
		return path, nil
	}
	if path, err := find(names); err == nil {
		return path, nil
	}
	if err := install(); err != nil {
		return "", err
	}
	return find(names)
}

// find returns the absolute path of the first of names that can be run.
func find(names []string) (string, error) {
	var first error
	for _, name := range names {
		path, err := exec.LookPath(name)
		if err == nil {
			return filepath.Abs(path)
		}
		first = cmp.Or(first, err)
	}
	return "", first
}

var errNone = errors.New("no browser found: install Chromium or Chrome (on Debian: apt-get install chromium), or set CHROME to the path of one")

// install installs Debian's chromium. Standard output is left to the path.
func install() error {
	apt, err := exec.LookPath("apt-get")
	if err != nil {
		return errNone
	}
	prefix := []string{"env", "DEBIAN_FRONTEND=noninteractive"}
	if os.Geteuid() != 0 {
		if exec.Command("sudo", "-n", "true").Run() != nil {
			return errNone
		}
		prefix = append([]string{"sudo", "-n"}, prefix...)
	}
	fmt.Fprintln(os.Stderr, "browser: none found, installing Debian's chromium")
	for _, step := range [][]string{
		{apt, "update"},
		{apt, "install", "-y", "--no-install-recommends", "chromium"},
	} {
		arguments := slices.Concat(prefix, step)
		if output, err := exec.Command(arguments[0], arguments[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s\n%s: %w\n%w", output, strings.Join(step, " "), err, errNone)
		}
	}
	return nil
}
