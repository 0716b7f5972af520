package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the tables of METHODS.md")

var methods = filepath.Join("..", "..", "METHODS.md")

// blocks finds the tables of METHODS.md, each below the command that prints it.
var blocks = regexp.MustCompile("(?s)(`go run \\./examples/backtest -format markdown -table ([a-z0-9]+)`\n\n)(.*?)(<!-- end of table -->\n)")

// Each table of METHODS.md is what the command above it prints, and each table that
// the program has is there.
func TestMethodsIsCurrent(t *testing.T) {
	if raced {
		t.Skip("numbers are the same without the race detector")
	}
	text, err := os.ReadFile(methods)
	if err != nil {
		t.Fatal(err)
	}
	e := newEvidence(context.Background())
	shown := map[string]int{}
	current := blocks.ReplaceAllStringFunc(string(text), func(block string) string {
		parts := blocks.FindStringSubmatch(block)
		shown[parts[2]]++
		made, err := e.table(parts[2])
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := made.write(&b, "markdown"); err != nil {
			t.Fatal(err)
		}
		return parts[1] + b.String() + "\n" + parts[4]
	})
	for _, name := range names() {
		if shown[name] != 1 {
			t.Errorf("table %s stands %d times in METHODS.md, want once", name, shown[name])
		}
	}
	if n := strings.Count(string(text), "go run ./examples/backtest -format markdown -table "); n != len(shown) {
		t.Errorf("%d commands stand in METHODS.md, %d of them above a table", n, len(shown))
	}
	if *update {
		if err := os.WriteFile(methods, []byte(current), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(text), current); diff != "" {
		t.Errorf("METHODS.md is not what its commands print (-is +printed); if it is meant, run with -update:\n%s", diff)
	}
}

// Outside of its tables METHODS.md has no results: numbers with decimals and per cents
// stand in tables, formulas or code only, but for the constants of the model.
func TestMethodsHasNoOtherNumbers(t *testing.T) {
	text, err := os.ReadFile(methods)
	if err != nil {
		t.Fatal(err)
	}
	prose := blocks.ReplaceAllString(string(text), "")
	prose = regexp.MustCompile("(?s)```.*?```|`[^`\n]*`").ReplaceAllString(prose, "")
	constants := map[string]bool{"2%": true, "1.5%": true, "80%": true, "50%": true, "90%": true, "3.5%": true, "2.5": true}
	for _, n := range regexp.MustCompile(`[0-9]+\.[0-9]+%?|[0-9]+%`).FindAllString(prose, -1) {
		if !constants[n] {
			t.Errorf("%s stands in the text: leave it to a table", fmt.Sprint(n))
		}
	}
}
