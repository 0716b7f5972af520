package projection_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// A selection of which nothing is left is refused, and says what there is to choose.
func TestOnlyRefusesWhatLeavesNothing(t *testing.T) {
	b := backtest(t, twoMembers(), twoMembers(), []int{2018}, nil, projection.BacktestOptions{})
	r := run(t, twoMembers(), scenario.Scenario{Name: "s", Growth: scenario.Constant(0.01), Response: scenario.Hold{}}, projection.Options{To: 2025})
	for _, c := range []struct {
		table projection.Tabular
		want  string
	}{
		{projection.Only(b.SideBySide(), "crps"), `table 2: Only = ["crps"] leaves no row: the table has ["outcomes" "missing" "estimated" "origins" "MAE" "bias" "CRPS"`},
		{projection.Only(projection.Only(b.SideBySide(), "crps"), "CRPS"), `table 2: Only = ["crps"] leaves no row`},
		{projection.Only(projection.Only(b.SideBySide(), "CRPS"), "MAE"), `table 2: Only = ["MAE"] leaves no row: the table has ["CRPS"]`},
		{projection.Only(b.ScoreTable()), `table 2: Only = [] leaves no row`},
		{projection.Only(b.ScoreTable(), "Brier score"), `table 2: Only = ["Brier score"] leaves no row`}, // nothing is asked
		{projection.Only(r, "shares"), `table 2: Only = ["shares"] leaves no row: the table has ["share"`},
	} {
		for _, format := range projection.Formats() {
			var out bytes.Buffer
			err := projection.Write(&out, format, r, c.table)
			if !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), c.want) || out.Len() > 0 {
				t.Errorf("%s: got %v and %d bytes, want %q", format, err, out.Len(), c.want)
			}
		}
	}
}

// A table of one score says which, and nothing of the others.
func TestOnlyNamesTheScore(t *testing.T) {
	b := backtest(t, twoMembers(), twoMembers(), []int{2018}, nil, projection.BacktestOptions{Pledge: twoPercent})
	all := strings.Join(b.SideBySide().About().Notes, " ")
	words := map[string]string{"MAE": "MAE: mean", "bias": "Bias: ", "CRPS": "CRPS: ", "skill": "Skill: ", "interval score 80%": "Interval score: ", "inside 80%": "Inside 80%: ", "Brier score": "Brier score: "}
	for variable := range words {
		a := projection.Only(b.SideBySide(), variable, "nothing").About()
		if want := "Scores of forecasts from what was known at the time: " + variable; a.Title != want {
			t.Errorf("title %q, want %q", a.Title, want)
		}
		notes := strings.Join(a.Notes, " ")
		for other, text := range words {
			if said := strings.Contains(notes, text); said != (other == variable) || !strings.Contains(all, text) {
				t.Errorf("only %s: %q is said: %v", variable, text, said)
			}
		}
		if !slices.ContainsFunc(a.Notes, func(n string) bool { return strings.Contains(n, "Pledges are as they were known") }) {
			t.Errorf("only %s: what is said of all tables is missing in %q", variable, a.Notes)
		}
	}
}
