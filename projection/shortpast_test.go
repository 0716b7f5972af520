package projection_test

import (
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// A member that spends nothing goes on spending nothing at its present pace: nothing
// grows from zero. It does not keep the others from being projected.
func TestNothingGrowsFromNothing(t *testing.T) {
	d, err := scenario.NewDataset("illustration", "million",
		scenario.Member{Code: "AAA", Share: scenario.NewSeries(2020, 0.01, 0.011, 0.012), GDP: scenario.NewSeries(2020, 100, 100, 100)},
		scenario.Member{Code: "NIL", Share: scenario.NewSeries(2020, 0, 0, 0), GDP: scenario.NewSeries(2020, 100, 100, 100)})
	if err != nil {
		t.Fatal(err)
	}
	s := scenario.Scenario{Name: "2%", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0)}
	r := run(t, d, s, projection.Options{})
	// AAA grows by sqrt(1.2)-1 a year: ln(2/1.2) / ln(sqrt(1.2)) = 5.6, so in the sixth year.
	for code, want := range map[string]string{"AAA": "2028", "NIL": "never"} {
		reach, err := r.Reach(code)
		if err != nil {
			t.Fatal(err)
		}
		if reach.String() != want {
			t.Errorf("%s: %s, want %s", code, reach, want)
		}
	}
	if share, err := r.Share("NIL"); err != nil || share.Last() != 2040 {
		t.Errorf("the path of a member that spends nothing ends in %d (%v)", share.Last(), err)
	}
}

// With one year of figures there is no pace to go on at; the message says so although
// no response was given.
func TestNoPaceToGoOnAt(t *testing.T) {
	d, err := scenario.NewDataset("illustration", "million",
		scenario.Member{Code: "AAA", Share: scenario.NewSeries(2022, 0.01), GDP: scenario.NewSeries(2022, 100)})
	if err != nil {
		t.Fatal(err)
	}
	s := scenario.Scenario{Name: "2%", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0)}
	const want = `scenario "2%", AAA, 2023: Response (none is given, so the present pace) gives no amount of money: it may go on from changes of which none can be worked out up to 2022. Give another response, such as scenario.Hold{}, or leave the member out`
	if _, err := projection.Run(d, s, projection.Options{}); err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
