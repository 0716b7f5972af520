package nato_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
)

// The snapshot of 21 March 2023, rebuilt from news reports of that day.

// Who met 2% in 2022: four independent reports, among them NTB and Knack of 21
// March 2023.
func TestSevenMetTwoPercentIn2022(t *testing.T) {
	want := map[string]float64{"GRC": 3.54, "USA": 3.46, "LTU": 2.47, "POL": 2.42, "GBR": 2.16, "EST": 2.12, "LVA": 2.07}
	got := map[string]float64{}
	for m := range members(t, edition(t, "2023-03")) {
		if share, ok := m.Share.At(2022); ok && share >= 2*scenario.Percent {
			got[m.Code] = share
		}
	}
	for code, p := range want {
		want[code] = scenario.FromPercent(p)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The other cells that were read: news reports of March 2023, and CBC of June
// 2023 for Canada.
func TestTheOthersIn2022(t *testing.T) {
	want := map[string]float64{
		"BEL": 1.18, "BGR": 1.54, "CAN": 1.29, "CZE": 1.34, "DEU": 1.49, "DNK": 1.38, "ESP": 1.09, "FRA": 1.89, "HRV": 1.91,
		"HUN": 1.44, "ITA": 1.51, "LUX": 0.62, "NLD": 1.64, "NOR": 1.57, "PRT": 1.38, "ROU": 1.75, "SVN": 1.26, "TUR": 1.37,
	}
	d := edition(t, "2023-03")
	for code, p := range want {
		m, err := d.Member(code)
		if err != nil {
			t.Fatal(err)
		}
		wantObs := scenario.Observation{Year: 2022, Value: scenario.FromPercent(p), Status: scenario.Estimated, Edition: "nato-2023-03"}
		if got, _ := m.Share.Observe(2022); got != wantObs {
			t.Errorf("%s: got %+v, want %+v", code, got, wantObs)
		}
	}
}

// What is not of that day is NATO's of June 2024, and says so.
func TestWhatIsLaterSaysSo(t *testing.T) {
	june := edition(t, "2024-06")
	var late []string
	for m := range members(t, edition(t, "2023-03")) {
		later, err := june.Member(m.Code)
		if err != nil {
			t.Fatal(err)
		}
		if o, ok := m.Share.Observe(2022); ok && o.Edition == "nato-2024-06" {
			late = append(late, m.Code)
		}
		pairs := map[string][2]scenario.Series{
			"share":    {m.Share.Until(2021), later.Share.Until(2021)},
			"spending": {m.Spending, later.Spending.Until(2021)},
			"gdp":      {m.GDP, later.GDP.Until(2022)},
		}
		for name, p := range pairs {
			if diff := cmp.Diff(slices.Collect(p[1].Observations()), slices.Collect(p[0].Observations())); diff != "" {
				t.Errorf("%s of %s: %s", name, m.Code, diff)
			}
		}
	}
	if diff := cmp.Diff([]string{"ALB", "MKD", "MNE", "SVK"}, late); diff != "" {
		t.Error(diff)
	}
}

// Spending of 2022 is share times GDP: 1.44% of Hungary's GDP in prices of 2015.
func TestSpendingIn2022(t *testing.T) {
	m, err := edition(t, "2023-03").Member("HUN")
	if err != nil {
		t.Fatal(err)
	}
	gdp, _ := m.GDP.At(2022)
	got, ok := m.SpendingAt(2022)
	if want := 0.0144 * gdp; !ok || got != want {
		t.Errorf("got %v, %v, want %v", got, ok, want)
	}
}
