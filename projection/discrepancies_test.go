package projection_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// readCSV reads a data set that is written out in a test.
func figuresOf(t *testing.T, text string) *scenario.Dataset {
	t.Helper()
	d, err := scenario.ReadCSV(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// merge lays one made-up data set over another: a share that is revised, one that
// is the same but for its last digit, GDP, spending that no longer fits, and a member
// that is new.
func merge(t *testing.T, o scenario.WithOptions) (*scenario.Dataset, *scenario.Discrepancies) {
	t.Helper()
	const columns = "member,variable,unit,year,value,status\n"
	base := figuresOf(t, "# edition: published-2025\n# money: EUR million\n# precision: 0.01 percentage points\n# member: AAA,,Aland\n# member: BBB,,Borduria\n"+columns+
		`AAA,share,% of GDP,2023,2.00,observed
AAA,share,% of GDP,2024,2.10,estimated
AAA,gdp,EUR million,2023,1000,observed
AAA,gdp,EUR million,2024,1020,estimated
AAA,spending,EUR million,2023,20,observed
AAA,spending,EUR million,2024,21.42,estimated
BBB,share,% of GDP,2023,1.50,observed
BBB,gdp,EUR million,2023,500,observed
`)
	over := figuresOf(t, "# edition: mine-2026\n# money: EUR million\n# precision: 0.001 percentage points\n"+columns+
		`AAA,share,% of GDP,2023,2.004,observed
AAA,share,% of GDP,2024,2.250,observed
AAA,share,% of GDP,2025,2.400,estimated
BBB,gdp,EUR million,2023,510,observed
BBB,spending,EUR million,2023,8.67,observed
CCC,share,% of GDP,2023,1.000,observed
`)
	merged, found, err := base.With(over, o)
	if err != nil {
		t.Fatal(err)
	}
	return merged, found
}

func TestDiscrepanciesAreAsPrinted(t *testing.T) {
	for name, o := range map[string]scenario.WithOptions{"discrepancies": {}, "discrepancies-filled": {FillOnly: true}} {
		_, found := merge(t, o)
		for _, format := range projection.Formats() {
			var b bytes.Buffer
			if err := projection.Write(&b, format, projection.Discrepancies(found)); err != nil {
				t.Fatal(err)
			}
			golden(t, name+"."+format, b.Bytes())
		}
	}
}

// A merged data set can be run; a member that starts from the figures laid over is marked.
func TestRunOfAMergedDataset(t *testing.T) {
	merged, _ := merge(t, scenario.WithOptions{})
	s := scenario.Scenario{Name: "2.5%", Pledge: scenario.Target{Share: 0.025}, Growth: scenario.Constant(0.01), Response: scenario.Ramp{Pace: 0.001}}
	r := run(t, merged, s, projection.Options{Base: 2023, To: 2030, Members: []string{"AAA", "BBB"}})
	var b bytes.Buffer
	if err := projection.WriteText(&b, r.Years()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"published-2025 with mine-2026; base year 2023", "Aland           2028*", "Borduria  not by 2030", "*: starts from a share that was printed in edition mine-2026."} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("does not say %q:\n%s", want, b.String())
		}
	}
}

func TestDiscrepanciesOfNothing(t *testing.T) {
	for range projection.Discrepancies(nil).Rows() {
		t.Error("a row")
	}
	if projection.Discrepancies(nil).About().Title == "" {
		t.Error("no title")
	}
}

func ExampleDiscrepancies() {
	published, err := scenario.NewDataset("published", "EUR million", scenario.Member{Code: "NLD", Name: "Netherlands", Share: scenario.NewSeries(2023, 0.0166, 0.0205)})
	if err != nil {
		fmt.Println(err)
		return
	}
	mine, err := scenario.NewDataset("mine", "EUR million", scenario.Member{Code: "NLD", Share: scenario.NewSeries(2024, 0.0212, 0.0249)})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, found, err := published.With(mine, scenario.WithOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for r := range projection.Discrepancies(found).Rows() {
		fmt.Printf("%s %s %d: %.2f %s\n", r.Scenario, r.Member, r.Year, r.Value, r.Unit)
	}
	// Output:
	// published NLD 2024: 2.05 % of GDP
	// mine NLD 2024: 2.12 % of GDP
	// difference NLD 2024: 0.07 percentage points
}
