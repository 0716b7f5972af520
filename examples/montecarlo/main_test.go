package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/examples/internal/exampletest"
)

func TestTablesAndFile(t *testing.T) {
	dir := exampletest.Printed(t, run)
	paths, err := os.ReadFile(filepath.Join(dir, "paths.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(paths), "share p50"); n != 4*29*18 {
		t.Errorf("%d medians in the file, want one for each of 4 scenarios, 29 members and 18 years", n)
	}
}

func TestFlags(t *testing.T) { exampletest.Flags(t, run) }

func TestDraws(t *testing.T) {
	var out strings.Builder
	if err := run([]string{"-draws", "100", "-seed", "5", "-members", "ITA", "-out", t.TempDir()}, &out); err != nil || !strings.Contains(out.String(), "100 draws, seed 5") {
		t.Errorf("%v\n%s", err, out.String())
	}
	if err := run([]string{"-draws", "-1", "-out", t.TempDir()}, &out); err == nil || !strings.Contains(err.Error(), "-draws: -1") {
		t.Errorf("%v", err)
	}
}
