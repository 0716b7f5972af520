package nato_test

import (
	"errors"
	"fmt"
	"log"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
	"github.com/pledgesim/pledgesim/scenario/worldbank"
)

// From which years each is fitted: the World Bank's as far as the edition does not
// reach, no estimates, and surprises up to the year before.
func TestCalibratedRecord(t *testing.T) {
	cut, err := nato.Archive{}.AsOf(2016)
	check(t, err)
	history, err := worldbank.MilitarySpending().AsOf(1995)
	check(t, err)
	for _, test := range []struct {
		d                  *scenario.Dataset
		changes, surprises string
		sources            int
	}{
		{nato.Latest(), "1991-2024", "1991-2023", 3},
		{cut, "1991-2016", "1991-2015", 3},
		{history, "1991-1995", "1991-1994", 2},
	} {
		c, err := nato.Calibrated(test.d)
		check(t, err)
		if c.Shares.Shocks.Years() != test.changes || c.Surprises.Years() != test.surprises || len(c.Shares.Sources) != test.sources {
			t.Errorf("%s: changes of %s, surprises of %s, %d sources", test.d.Edition, c.Shares.Shocks.Years(), c.Surprises.Years(), len(c.Shares.Sources))
		}
		check(t, c.Scenario("calibrated", nil).Validate())
	}
}

// Nothing after the last year of an edition is looked at: a calibration on the archive
// is that of an edition in which later figures are others.
func TestCalibratedDoesNotLookAhead(t *testing.T) {
	whole := worldbank.MilitarySpending()
	var members []scenario.Member
	for _, code := range whole.Codes() {
		m, err := whole.Member(code)
		check(t, err)
		changed := *m
		later := func(year int, v float64) float64 {
			if year > 2010 {
				return v * 1.5
			}
			return v
		}
		changed.Share, changed.GDP = m.Share.Map(later), m.GDP.Map(later)
		members = append(members, changed)
	}
	other, err := scenario.NewDataset(whole.Edition, whole.Money, members...)
	check(t, err)
	other.Sources = whole.Sources
	var found [2]*scenario.Calibration
	for i, d := range []*scenario.Dataset{whole, other} {
		known, err := d.AsOf(2010)
		check(t, err)
		found[i], err = nato.Calibrated(known)
		check(t, err)
	}
	if diff := cmp.Diff(found[0], found[1], cmp.Comparer(func(a, b scenario.Series) bool { return a.String() == b.String() })); diff != "" {
		t.Error(diff)
	}
}

func TestCalibratedWrongUse(t *testing.T) {
	estimates, err := scenario.SeriesOf(scenario.Observation{Year: 2024, Value: 0.02, Status: scenario.Estimated})
	check(t, err)
	made := func(code string, share scenario.Series) *scenario.Dataset {
		d, err := scenario.NewDataset("mine", "money", scenario.Member{Code: code, Share: share})
		check(t, err)
		return d
	}
	early, err := worldbank.MilitarySpending().AsOf(1985)
	check(t, err)
	one, err := nato.Archive{}.AsOf(2012)
	check(t, err)
	for _, test := range []struct {
		d    *scenario.Dataset
		kind error
		want string
	}{
		{nil, scenario.ErrInvalid, "edition is nil: take one with Edition, Latest or Archive.AsOf"},
		{made("DEU", estimates), scenario.ErrMissing, "edition = mine has no year without estimates to calibrate on"},
		{early, scenario.ErrMissing, "edition = worldbank-2021-10 cut at 1985 ends in 1985: a calibration is fitted to the years from 1991 on"},
		{one, scenario.ErrMissing, "edition = nato-2019-06 cut at 2012 has shares of 2012 alone without estimates: a calibration needs a change of its own"},
		{made("OUR", scenario.NewSeries(2000, 0.01, 0.02, 0.03)), scenario.ErrUnknownMember, "edition = mine has no member whose growth the IMF forecasts are here for: name members by ISO 3166 alpha-3 codes, such as DEU, or put scenario.FitShares and scenario.Calibrate together with growth of your own"},
		{made("DEU", scenario.NewSeries(2000, 0.01, 0.02, 0.03)), scenario.ErrMissing, "edition mine: shares up to 2002: record has 12 figures, fewer than the 40 that shocks are estimated from: give a longer record or more members"},
	} {
		_, err := nato.Calibrated(test.d)
		if !errors.Is(err, test.kind) || err.Error() != test.want {
			t.Errorf("%v", err)
		}
	}
}

// How uncertain shares are by the record, and what it lets one expect.
func ExampleCalibrated() {
	c, err := nato.Calibrated(nato.Latest())
	if err != nil {
		log.Fatal(err)
	}
	f := c.Shares.Shocks
	fmt.Printf("changes of %s: %d, half of them within ±%.1f%% of the share\n", f.Years(), f.Count, scenario.ToPercent(f.Middle))
	level, _ := c.Shares.Levels.At(2024)
	fmt.Printf("a year closes %.1f%% of the distance to the median, %s in 2024\n", scenario.ToPercent(c.Shares.Speed), scenario.FormatShare(level))
	fmt.Printf("Student's t with %.1f degrees of freedom, %.0f%% of the variance common\n", f.Tails, scenario.ToPercent(f.Common))
	fmt.Printf("surprises of growth of %s: %d, persistence %.2f\n", c.Surprises.Years(), c.Surprises.Count, c.Surprises.Rho)
	// Output:
	// changes of 1991-2024: 1013, half of them within ±4.9% of the share
	// a year closes 4.7% of the distance to the median, 2.02% in 2024
	// Student's t with 2.9 degrees of freedom, 25% of the variance common
	// surprises of growth of 1991-2023: 1010, persistence 0.33
}
