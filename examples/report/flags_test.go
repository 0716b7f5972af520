package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestHelp(t *testing.T) {
	var out bytes.Buffer
	if err := run([]string{"-help"}, &out); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("error %v", err)
	}
	for _, want := range []string{"-scenarios", "-data", "-edition", "-growth", "-base", "-to", "-members", "-draws", "-seed", "-out", "testdata/scenarios.json", "testdata/data.csv"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("help does not say %q:\n%s", want, out.String())
		}
	}
}

// What is wrong is one error that names its flag, and comes before any work.
func TestFlagErrors(t *testing.T) {
	dir := t.TempDir()
	in := func(name, text string) string {
		path := filepath.Join(dir, name)
		put(t, path, text)
		return path
	}
	years := func(code string, years ...int) (lines string) {
		for _, year := range years {
			lines += fmt.Sprintf("%s,share,%% of GDP,%d,1,observed\n%s,gdp,EUR million,%d,100,observed\n", code, year, code, year)
		}
		return lines
	}
	const head = "# edition: mine\n# money: EUR million\n# member: BBB,,Bland\nmember,variable,unit,year,value,status\n"
	shares := in("shares.csv", "# edition: mine\nmember,variable,unit,year,value,status\nAAA,share,% of GDP,2024,1,observed\n")
	apart := in("apart.csv", head+"AAA,share,% of GDP,2024,1,observed\nAAA,gdp,EUR million,2023,100,observed\n")
	uneven := in("uneven.csv", head+years("AAA", 2021, 2022)+years("BBB", 2019, 2020)+years("DDD", 2020, 2021)+"CCC,share,% of GDP,2021,1,observed\n")
	aid := in("aid.csv", "# edition: mine\n# money: EUR million\n# denominator: GNI\nmember,variable,unit,year,value,status\nAAA,share,% of GNI,2024,0.4,observed\nAAA,gdp,EUR million,2024,100,observed\n")
	dear := in("dear.csv", head+"DEU,share,% of GDP,2024,2,observed\nDEU,gdp,EUR million,2024,100,observed\n")
	research := in("research.csv", "# edition: mine\n# money: EUR million\n# quantity: research and development spending\nmember,variable,unit,year,value,status\nAAA,share,% of GDP,2024,2,observed\nAAA,gdp,EUR million,2024,100,observed\n")
	wrong := in("wrong.json", `{"scenarios": [{"name": "x", "growth": {"kind": "constnt", "rate_percent": 1}}]}`)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"a.json", "b.json"}, `unexpected argument "b.json": name one file of scenarios, after all flags`},
		{[]string{"-scenarios", "a.json", "b.json"}, `-scenarios: a second file of scenarios is named, "b.json"`},
		{[]string{"testdata/data.csv"}, "testdata/data.csv is a file of figures, not of scenarios: name it with -data"},
		{[]string{"-scenarios", "my.CSV"}, "my.CSV is a file of figures, not of scenarios: name it with -data"},
		{[]string{"my.csv", "-to", "2030"}, "my.csv is a file of figures, not of scenarios: name it with -data"},
		{[]string{"-growth", "1.5", "a.json"}, "-growth: the scenarios of a file say how GDP grows: leave one of the two out"},
		{[]string{"-draws", "0"}, "-draws: 0 is not a number of draws from 1 to 1000000000"},
		{[]string{"-draws", "2000000000"}, "-draws: 2000000000 is not a number of draws"},
		{[]string{"-draws", "many"}, "-draws"},
		{[]string{"-seed", "-1"}, "-seed"},
		{[]string{"-edition", "1999-01"}, "-edition: "},
		{[]string{"-edition", "2025-08"}, "shares of GDP only"},
		{[]string{"-growth", "fast"}, "-growth: "},
		{[]string{"-members", "Germny"}, "-members: "},
		{[]string{"-members", "DEU,de"}, "-members: Germany is named twice"},
		{[]string{"-base", "1890"}, "-base: 1890 is not a year of the figures, 2014 to 2026"},
		{[]string{"-to", "2026"}, "-to: 2026 is not between the base year, 2026, and 2075"},
		{[]string{"-to", "9999"}, "-to: 9999 is not between"},
		{[]string{"-colour", "red"}, "-colour"},
		{[]string{filepath.Join(dir, "none.json")}, "-scenarios: open "},
		{[]string{dir}, "-scenarios: "},
		{[]string{wrong}, `-scenarios: ` + wrong + `: line 1, column `},
		{[]string{"-data", filepath.Join(dir, "none.csv")}, "-data: open "},
		{[]string{"-data", wrong}, "-data: " + wrong + ": "},
		{[]string{"-data", shares}, "has shares only, nothing to project: give GDP too"},
		{[]string{"-data", apart}, "-data: there is no year in which all members have a share and GDP to start from: none has both in the same year: complete the figures"},
		{[]string{"-data", uneven}, "start from: 2 of 4 have both in 2021, but not Bland (up to 2020), CCC (in no year): name the others with -members, or complete the figures"},
		{[]string{"-data", aid}, "-data: the figures are shares of GNI, the scenarios that come without a file are about defence spending in GDP: give your own with -scenarios"},
		{[]string{"-data", research}, "-data: the figures are those of research and development spending, the scenarios that come without a file are about defence spending in GDP: give your own with -scenarios, or, if this is defence spending, say so in a line \"# quantity: defence spending\""},
		{[]string{"-data", "testdata/data.csv"}, "-data: the figures are those of spending on civil protection, the scenarios"},
		{[]string{"-data", dear, "-edition", "2026-07"}, "-data: " + dear + ": "}, // money in other units cannot be laid over
	} {
		parent := t.TempDir()
		var out bytes.Buffer
		err := run(append([]string{"-out", filepath.Join(parent, "report")}, c.args...), &out)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: error %v, want one about %q", c.args, err, c.want)
		}
		if left := names(t, parent); left != nil || out.Len() > 0 {
			t.Errorf("%v: %v was written, and %q printed", c.args, left, out.String())
		}
	}
}

// Figures over an edition of NATO's win, and the report says where they differ.
func TestFiguresOverAnEdition(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.csv")
	put(t, path, "# edition: mine-2026\nmember,variable,unit,year,value,status\nDEU,share,% of GDP,2025,9.99,observed\n")
	o, err := parse([]string{"-data", path, "-edition", "2026-07", "-members", "DEU"}, &bytes.Buffer{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := o.data.Member("DEU")
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := m.Share.At(2025); v != scenario.FromPercent(9.99) {
		t.Errorf("the share of 2025 is %v", v)
	}
	if len(o.differs.List) == 0 || len(o.set.Scenarios) != 3 || o.run.Base != 2026 {
		t.Errorf("%d differences, %d scenarios, base year %d", len(o.differs.List), len(o.set.Scenarios), o.run.Base)
	}
	if again := strings.Join(o.again, " "); again != "-edition 2026-07 -data input/data.csv -base 2026 -to 2040 -draws 10000 -seed 2026 -members DEU" {
		t.Errorf("made again with %s", again)
	}
}

func TestShellWords(t *testing.T) {
	for argument, want := range map[string]string{"input/data.csv": "input/data.csv", "1.5%": "1.5%", "": "''", "a b": "'a b'", "it's $x": `'it'\''s $x'`} {
		if got := shell(argument); got != want {
			t.Errorf("%q is written %s, want %s", argument, got, want)
		}
	}
}

// The pledge of The Hague is for defence, in the words of the figures, and for figures
// that do not say what they are of.
func TestBuiltInScenariosAreAboutDefence(t *testing.T) {
	for quantity, want := range map[string]bool{
		"": true, "spending": true, "defence spending": true, "Core Defense expenditure": true, "MILITARY SPENDING": true,
		"research and development spending": false, "spending on civil protection": false, "official development assistance": false,
	} {
		d, err := scenario.NewDataset("mine", "EUR million", scenario.Member{Code: "AAA", Share: scenario.NewSeries(2024, 0.01), GDP: scenario.NewSeries(2024, 100)})
		if err != nil {
			t.Fatal(err)
		}
		d.Quantity = quantity
		if set, err := builtIn(d, "", ""); (err == nil) != want || (err == nil) != (len(set.Scenarios) == 2) {
			t.Errorf("%q: %d scenarios, error %v", quantity, len(set.Scenarios), err)
		}
	}
}
