package main

import (
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/examples/internal/exampletest"
)

// One median for each of 4 scenarios, 29 members and 18 years.
func TestTablesAndFile(t *testing.T) {
	exampletest.PrintedWithFile(t, run, "paths.csv", "share p50", 4*29*18)
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
