package main

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

func TestLeftOut(t *testing.T) {
	lacks, narrow := reason(errors.New("figure: the font lacks ['日' '本'] and others: write the text without them, or set Theme.Handler")), reason(errors.New("Grid: no room"))
	if want := "the font of the charts does not have '日' '本' and others: write names in Latin, Greek or Cyrillic letters"; lacks != want || narrow != "Grid: no room" {
		t.Errorf("%q and %q", lacks, narrow)
	}
	drawn, one, other := &figure{}, &figure{Missing: lacks}, &figure{Missing: narrow}
	for want, figures := range map[string][]*figure{
		"":                                     {drawn, drawn},
		"1 of 2 charts is left out: " + narrow: {drawn, other},
		"1 of 1 chart is left out: " + narrow:  {other},
		"2 of 3 charts are left out: " + lacks: {one, drawn, one},
		"3 of 3 charts are left out, 2 of them for this reason (the page has the others): " + lacks: {other, one, one},
	} {
		if got := leftOut(figures); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Who looks at the terminal only learns that there are charts missing.
func TestLeftOutIsPrinted(t *testing.T) {
	const data = "# edition: mine\n# money: EUR million\n# member: AAA,,日本\nmember,variable,unit,year,value,status\n" +
		"AAA,share,% of GDP,2023,1,observed\nAAA,gdp,EUR million,2023,100,observed\nAAA,share,% of GDP,2024,1,observed\nAAA,gdp,EUR million,2024,101,observed\n"
	dir := t.TempDir()
	put(t, filepath.Join(dir, "data.csv"), data)
	var out, errs bytes.Buffer
	if err := write(context.Background(), []string{"-data", filepath.Join(dir, "data.csv"), "-out", filepath.Join(dir, "report")}, &out, &errs); err != nil {
		t.Fatal(err)
	}
	const want = " charts are left out: the font of the charts does not have '日' '本': write names in Latin, Greek or Cyrillic letters\n"
	if got := errs.String(); !strings.HasPrefix(got, "report: ") || !strings.HasSuffix(got, want) || strings.Count(got, "\n") != 1 {
		t.Errorf("printed %q, want one line that ends %q", got, want)
	}
	if page := contents(t, filepath.Join(dir, "report"))[markdownName]; strings.Contains(page, "Theme") || !strings.Contains(page, "is left out: the font of the charts does not have") {
		t.Error("the page gives another reason")
	}
}
