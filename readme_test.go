package pledgesim_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The program in the README is the quickstart example, which its own test runs.
func TestReadmeProgramIsTheTestedExample(t *testing.T) {
	source := read(t, "examples/quickstart/main.go")
	program := source[strings.Index(source, "package main"):]
	if !strings.Contains(read(t, "README.md"), "```go\n"+program+"```") {
		t.Errorf("the README does not show the program of examples/quickstart:\n%s", program)
	}
	_, body, _ := strings.Cut(program, "func main() {")
	body, _, _ = strings.Cut(body, "\n}")
	if n := strings.Count(body, "\n"); n != 5 {
		t.Errorf("the five-line program has %d lines", n)
	}
}

// The table in the README is the first block of what examples/vilnius prints,
// which its own test compares with testdata.
func TestReadmeTableIsThePrintedOne(t *testing.T) {
	blocks := strings.Split(read(t, "examples/vilnius/testdata/table.txt"), "\n\n")
	if !strings.Contains(read(t, "README.md"), "```\n"+blocks[1]+"\n```") {
		t.Errorf("the README does not show the table of examples/vilnius:\n%s", blocks[1])
	}
}

// What the README says of the model's record is counted in the same table.
func TestReadmeCountsWhatThePaceMissed(t *testing.T) {
	missed, met, estimates := 0, 0, 0
	block := strings.Split(read(t, "examples/vilnius/testdata/table.txt"), "\n\n")[1]
	for _, line := range strings.Split(block, "\n") {
		cells := regexp.MustCompile(`  +`).Split(line, -1) // name, 2% at this pace, ..., outcome
		if len(cells) == 6 && (strings.HasPrefix(cells[1], "never") || cells[1] == "not by 2040") {
			missed++
			if strings.HasSuffix(cells[5], "e") {
				estimates++
			}
			if strings.TrimSuffix(cells[5], "e") <= "2026" {
				met++
			}
		}
	}
	want := fmt.Sprintf("%d of 29 members to 2%% after 2040 or never; by NATO's figures all %d were there by\n  2026, %d of them by estimates", missed, met, estimates)
	if missed != met || !strings.Contains(read(t, "README.md"), want) {
		t.Errorf("the table has %d members that the pace missed, %d of them at 2%% by 2026; the README does not say %q", missed, met, want)
	}
}

// The section on uncertainty shows a table of examples/montecarlo and an example of
// package projection, both tested where they stand.
func TestReadmeUncertaintyIsTested(t *testing.T) {
	readme := read(t, "README.md")
	table := strings.Split(read(t, "examples/montecarlo/testdata/table.txt"), "\n\n")[1]
	if !strings.Contains(readme, "```\n"+table+"\n```") {
		t.Errorf("the README does not show the table of examples/montecarlo:\n%s", table)
	}
	showsExample(t, readme, "projection/example_uncertainty_test.go", "\ts := ")
}

// The section on evidence shows an example of package projection and a table of
// METHODS.md, both tested where they stand.
func TestReadmeEvidenceIsTested(t *testing.T) {
	readme := read(t, "README.md")
	showsExample(t, readme, "projection/example_calibrated_test.go", "\tc, err := ")
	methods := read(t, "METHODS.md")
	parts := func(table string) []string {
		_, rest, _ := strings.Cut(methods, "-table "+table+"`\n\n")
		return strings.Split(rest, "\n\n")
	}
	_, inside, _ := strings.Cut(methods, "Inside the 80% band: ")
	inside, _, _ = strings.Cut(inside, ".")
	for _, want := range []string{
		parts("scores")[1], parts("quote")[0],
		"its forecasts of March 2023 for 2024, " + inside + " lay inside a band that should hold eight in\nten",
	} {
		if want == "" || !strings.Contains(readme, want) {
			t.Errorf("the README does not say %q", want)
		}
	}
}

// showsExample checks that a text shows the body of an example from its first line
// on, and what it prints.
func showsExample(t *testing.T, readme, path, first string) {
	t.Helper()
	source := read(t, path)
	body := source[strings.Index(source, first):strings.Index(source, "\t// Output:")]
	output := source[strings.Index(source, "\t// Output:\n")+len("\t// Output:\n") : strings.LastIndex(source, "}")]
	for what, text := range map[string]string{
		"program": "```go\n" + strings.ReplaceAll("\n"+body, "\n\t", "\n")[1:] + "```",
		"output":  "```\n" + strings.ReplaceAll(output, "\t// ", "") + "```",
	} {
		if !strings.Contains(readme, text) {
			t.Errorf("the README does not show the %s of %s:\n%s", what, path, text)
		}
	}
}

// What the README says the simulation missed: the 95% quantile of members at 2% in
// 2026, and how many of them NATO counts there.
func TestReadmeSaysWhatTheSimulationMissed(t *testing.T) {
	row := regexp.MustCompile(`(?m)^Total of 29 +2026 +\d+ +\d+ +(\d+)`).FindStringSubmatch(read(t, "examples/montecarlo/testdata/table.txt"))
	then, err := nato.Edition("2023-03")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, code := range then.Codes() {
		if m, err := then.Member(code); err == nil && m.Exempt == "" {
			codes = append(codes, code)
		}
	}
	record, err := projection.Outcome(nato.Latest(), 2*scenario.Percent, codes...)
	if err != nil {
		t.Fatal(err)
	}
	there := 0
	for _, m := range record.Members {
		published, err := nato.Latest().Member(m.Member)
		if err != nil || !published.Share.Estimated(2026) {
			t.Errorf("%s: the share of 2026 is no estimate (%v)", m.Member, err)
		}
		if n := len(m.Spans); n > 0 && m.Spans[n-1].To == 2026 {
			there++
		}
	}
	want := fmt.Sprintf("in 95%% of its draws at most %s of the %d\nare at 2%% in 2026 at the pace of the day. By NATO's estimates of July 2026 it is %d.", row[1], len(codes), there)
	if !strings.Contains(read(t, "README.md"), want) {
		t.Errorf("the README does not say %q", want)
	}
}

func TestLinksLeadSomewhere(t *testing.T) {
	for _, page := range []string{"README.md", "CONTRIBUTING.md", "CHANGELOG.md"} {
		for _, link := range regexp.MustCompile(`\]\(([^)]+)\)`).FindAllStringSubmatch(read(t, page), -1) {
			if _, err := os.Stat(link[1]); err != nil && !strings.HasPrefix(link[1], "https://") {
				t.Errorf("%s: %v", page, err)
			}
		}
	}
}

// The code about figures is that of an example of package plotting.
func TestReadmeFigureIsTested(t *testing.T) {
	source := read(t, "plotting/example_figure_test.go")
	body := source[strings.Index(source, "\tf, err := "):strings.Index(source, "\n\n\tfiles, err := ")]
	if !strings.Contains(read(t, "README.md"), "```go\n"+strings.ReplaceAll("\n"+body, "\n\t", "\n")[1:]+"\n```") {
		t.Errorf("the README does not show the code of plotting's ExampleFigure:\n%s", body)
	}
}

// The README lists the columns of the files as they are written.
func TestReadmeListsTheColumns(t *testing.T) {
	outcome, err := projection.Outcome(nato.Latest(), 0.02, "DEU")
	if err != nil {
		t.Fatal(err)
	}
	for format, sign := range map[string]string{"csv": "scenario", "iamc": "Model"} {
		var b strings.Builder
		if err := projection.Write(&b, format, outcome); err != nil {
			t.Fatal(err)
		}
		header := regexp.MustCompile("(?m)^" + sign + ",.*$").FindString(b.String())
		columns := strings.ReplaceAll(strings.ReplaceAll(header, ",0,", ",the years,"), ",", ", ")
		if !strings.Contains(read(t, "README.md"), "| "+columns) {
			t.Errorf("the README does not list the columns of %s: %s", format, columns)
		}
	}
}

// The inputs that are refused are listed as the readers' tests have them.
func TestContributingListsRefusedInputs(t *testing.T) {
	_, table, found := strings.Cut(read(t, "scenario/read/testdata/bad-inputs.md"), "| reader |")
	if !found || strings.Count(table, "\n") < 60 {
		t.Fatal("the table of the readers is not to be found")
	}
	if !strings.HasSuffix(read(t, "CONTRIBUTING.md"), "| reader |"+table) {
		t.Error("CONTRIBUTING.md has another table of refused inputs than scenario/read/testdata/bad-inputs.md: copy that one")
	}
}
