// Command browser prints the path of a browser for the tests: a Chromium-family
// one, or Firefox if it is called with the argument firefox. It takes the one
// that $CHROME or $FIREFOX names, or the first one installed. Where there is
// none and it may install one, as root or by sudo without a password on Debian,
// it does.
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

// A kind of browser: the variable that names one, what it is called on PATH
// (what is a path stands for itself), and Debian's package of it.
type kind struct {
	variable string
	names    []string
	pkg      string
}

var (
	chromium = kind{"CHROME", []string{
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
	}, "chromium"}
	firefox = kind{"FIREFOX", []string{
		"firefox-esr",
		"firefox",
		"/Applications/Firefox.app/Contents/MacOS/firefox",
	}, "firefox-esr"}
)

func main() {
	wanted := chromium
	if len(os.Args) > 1 && os.Args[1] == "firefox" {
		wanted = firefox
	}
	path, err := wanted.path()
	if err != nil {
		fmt.Fprintln(os.Stderr, "browser:", err)
		os.Exit(1)
	}
	fmt.Println(path)
}

func (k kind) path() (string, error) {
	if chosen := os.Getenv(k.variable); chosen != "" {
		path, err := find([]string{chosen})
		if err != nil {
			return "", fmt.Errorf("%s: %w", k.variable, err)
		}
		return path, nil
	}
	if path, err := find(k.names); err == nil {
		return path, nil
	}
	if err := k.install(); err != nil {
		return "", err
	}
	return find(k.names)
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

var errNone = errors.New("no browser found, and none can be installed here")

func (k kind) none() error {
	return fmt.Errorf("%w: install %s (on Debian: apt-get install %s), or set %s to the path of one", errNone, k.pkg, k.pkg, k.variable)
}

// install installs Debian's package. Standard output is left to the path.
func (k kind) install() error {
	apt, err := exec.LookPath("apt-get")
	if err != nil {
		return k.none()
	}
	prefix := []string{"env", "DEBIAN_FRONTEND=noninteractive"}
	if os.Geteuid() != 0 {
		if exec.Command("sudo", "-n", "true").Run() != nil {
			return k.none()
		}
		prefix = append([]string{"sudo", "-n"}, prefix...)
	}
	fmt.Fprintf(os.Stderr, "browser: none found, installing Debian's %s\n", k.pkg)
	for _, step := range [][]string{
		{apt, "update"},
		{apt, "install", "-y", "--no-install-recommends", k.pkg},
	} {
		arguments := slices.Concat(prefix, step)
		if output, err := exec.Command(arguments[0], arguments[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s\n%s: %w\n%w", output, strings.Join(step, " "), err, k.none())
		}
	}
	return nil
}
