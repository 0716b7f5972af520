package scenario_test

import (
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// revised has published figures up to 2026, of which a track from 2024 may see
// those up to 2024.
func revised(t *testing.T) *scenario.Member {
	t.Helper()
	share, err := scenario.SeriesOf(
		scenario.Observation{Year: 2022, Value: 0.02, Edition: "a"},
		scenario.Observation{Year: 2023, Value: 0.02, Edition: "a"},
		scenario.Observation{Year: 2024, Value: 0.03, Status: scenario.Estimated, Edition: "a"},
		scenario.Observation{Year: 2025, Value: 0.09},
		scenario.Observation{Year: 2026, Value: 0.09},
	)
	if err != nil {
		t.Fatal(err)
	}
	return &scenario.Member{
		Code: "DEU", Share: share,
		GDP:      scenario.NewSeries(2022, 1000, 2000, 3000, 9999, 9999),
		Spending: scenario.NewSeries(2021, 15, math.NaN(), 41, math.NaN(), 9999),
	}
}

func TestTrackJoinsPublishedAndProjected(t *testing.T) {
	track := scenario.NewTrack(revised(t), base)
	equal(t, track.Next(), 2025)
	track.Append(100, 4000)
	// What was published for 2026 is not there before it is projected.
	equal(t, []int{track.Shares().Last(), track.GDPs().Last(), track.Spendings().Last()}, []int{2025, 2025, 2025})
	track.Append(150, 5000)
	equal(t, track.Next(), 2027)

	projected := func(year int, v float64) scenario.Observation {
		return scenario.Observation{Year: year, Value: v, Status: scenario.Projected}
	}
	equal(t, observations(track.Shares()), []scenario.Observation{
		{Year: 2022, Value: 0.02, Edition: "a"}, {Year: 2023, Value: 0.02, Edition: "a"},
		{Year: 2024, Value: 0.03, Status: scenario.Estimated, Edition: "a"},
		projected(2025, 0.025), projected(2026, 0.03),
	})
	equal(t, observations(track.GDPs()), []scenario.Observation{
		{Year: 2022, Value: 1000}, {Year: 2023, Value: 2000}, {Year: 2024, Value: 3000}, projected(2025, 4000), projected(2026, 5000),
	})
	// Money of 2021 was published without a share; in 2022 and 2024 share times
	// GDP stands in, with the origin of the share.
	equal(t, observations(track.Spendings()), []scenario.Observation{
		{Year: 2021, Value: 15}, {Year: 2022, Value: 20, Edition: "a"}, {Year: 2023, Value: 41},
		{Year: 2024, Value: 90, Status: scenario.Estimated, Edition: "a"}, projected(2025, 100), projected(2026, 150),
	})
	// The series and the look-ups agree.
	for _, test := range []struct {
		series scenario.Series
		at     func(int) (float64, bool)
	}{{track.Shares(), track.Share}, {track.GDPs(), track.GDP}, {track.Spendings(), track.Spending}} {
		for year := 2020; year < 2030; year++ {
			v, ok := test.at(year)
			if want, wantOK := test.series.At(year); v != want && wantOK || ok != wantOK {
				t.Errorf("in %d: %v, %v, want %v, %v", year, v, ok, want, wantOK)
			}
		}
	}
}

func TestTrackLeavesAGapWhereNothingWasComputed(t *testing.T) {
	track := scenario.NewTrack(member(1), base)
	track.Append(math.NaN(), 1000)
	track.Append(20, 1000)
	equal(t, track.Spendings().String(), "2024: 10, 2026: 20 (projected)")
}
