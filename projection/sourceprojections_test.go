package projection_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Figures that a file calls projected are no outcomes: a run does not start from them
// unasked, and where it is asked to they are marked as the source's.
func TestProjectionsOfTheSourceAreNoOutcomes(t *testing.T) {
	const file = `# edition: mine
# money: EUR
member,variable,unit,year,value,status
DEU,share,% of GDP,2022,1.5,observed
DEU,share,% of GDP,2023,1.6,observed
DEU,share,% of GDP,2024,1.7,estimated
DEU,share,% of GDP,2025,2.1,projected
DEU,gdp,EUR,2022,1000,observed
DEU,gdp,EUR,2023,1010,observed
DEU,gdp,EUR,2024,1020,estimated
DEU,gdp,EUR,2025,1030,projected
`
	d, err := scenario.ReadCSV(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	s := scenario.Scenario{Name: "two per cent", Pledge: scenario.Target{Share: 2 * scenario.Percent}, Growth: scenario.Constant(0)}
	if r := run(t, d, s, projection.Options{}); r.Options.Base != 2023 {
		t.Errorf("starts from %d, want 2023, the last year without estimates and projections", r.Options.Base)
	}

	r := run(t, d, s, projection.Options{Base: 2025, To: 2027})
	share, err := r.Share("DEU")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for o := range share.Observations() {
		got = append(got, o.Status.String())
	}
	if diff := cmp.Diff([]string{"observed", "observed", "estimated", "estimated", "projected", "projected"}, got); diff != "" {
		t.Error(diff)
	}
	for row := range r.Years().Rows() {
		if row.Stat != projection.StatEstimated {
			t.Errorf("at the target by a figure that is %s, want estimated", row.Stat)
		}
	}
	var table strings.Builder
	if err := projection.WriteText(&table, r.Years()); err != nil {
		t.Fatal(err)
	}
	if text := table.String(); !strings.Contains(text, "estimates of the source") {
		t.Errorf("the table does not say that it starts from estimates:\n%s", text)
	}
}
