package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// A report about one member does not speak of several, nor of how exact figures are that
// do not say so.
func TestReportOfOneMember(t *testing.T) {
	const data = "# edition: mine\n# money: EUR million\n# member: AAA,,Alandia\nmember,variable,unit,year,value,status\n" +
		"AAA,share,% of GDP,2023,1,observed\nAAA,gdp,EUR million,2023,100,observed\nAAA,share,% of GDP,2024,1,observed\nAAA,gdp,EUR million,2024,101,observed\n"
	path := filepath.Join(t.TempDir(), "data.csv")
	put(t, path, data)
	files, printed := made(t, "-data", path)
	page := files[markdownName]
	for _, want := range []string{"## When Alandia reaches its target", "## Where Alandia stands in 2024", "Alandia: what is lacking to the last target", "“Pledge kept”: Alandia is not at 3.5% of GDP in 2024; it gets there by 2040."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	for _, not := range []string{"1 members", "of 1 ", "all get there", "each member reaches", "How many are there", "All members", "fill another", "half of the last digit"} {
		for line := range strings.Lines(printed + page) {
			if strings.Contains(line, not) && !strings.HasPrefix(line, "| Total of 1") && !strings.Contains(line, "the record of all 1 members of the edition") { // the words of the library's tables
				t.Errorf("%q is in %q", not, line)
			}
		}
	}
}
