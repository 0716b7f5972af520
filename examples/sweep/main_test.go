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
	years, err := os.ReadFile(filepath.Join(dir, "years.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(years), "year reached"); n != 31*9*7 {
		t.Errorf("%d years in the file, want one for each of 31 members, 9 rates and 7 targets", n)
	}
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
