package main

import (
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/examples/internal/exampletest"
)

// One year for each of 31 members, 9 rates and 7 targets.
func TestTablesAndFile(t *testing.T) {
	exampletest.PrintedWithFile(t, run, "years.csv", "year reached", 31*9*7)
}

func TestFlags(t *testing.T) { exampletest.Flags(t, run) }

func TestMember(t *testing.T) {
	var out strings.Builder
	if err := run([]string{"-member", "france", "-members", "ITA", "-out", t.TempDir()}, &out); err != nil || !strings.Contains(out.String(), "Year France reaches") || strings.Contains(out.String(), "Germany") {
		t.Errorf("%v\n%s", err, out.String())
	}
	if err := run([]string{"-member", "Atlantis", "-out", t.TempDir()}, &out); err == nil || !strings.Contains(err.Error(), `-member: `) {
		t.Errorf("%v", err)
	}
}
