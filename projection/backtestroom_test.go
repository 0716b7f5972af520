package projection_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// More draws than fit a usual machine are refused before any is drawn. 26 members and
// five years are 130 shares a draw; the most is a billion.
func TestBacktestRefusesMoreThanFits(t *testing.T) {
	d := history(t, 26, 1995, 2020)
	var origins []int
	for origin := 2004; origin <= 2013; origin++ {
		origins = append(origins, origin)
	}
	random := func(n int) []scenario.Scenario {
		var ss []scenario.Scenario
		for i := range n {
			ss = append(ss, scenario.Scenario{Name: fmt.Sprint("s", i), Growth: uncertain, Response: scenario.Hold{}})
		}
		return ss
	}
	for _, c := range []struct {
		name    string
		origins []int
		ss      []scenario.Scenario
		o       projection.BacktestOptions
		want    string // empty: not refused
	}{
		{"eight at once", origins, random(1), projection.BacktestOptions{Draws: 1_000_000, Workers: 8},
			"BacktestOptions.Draws = 1000000 takes room for 1040000000 shares of 8 simulations at the same time; the most is 1000000000: give fewer, or fewer BacktestOptions.Workers"},
		{"as many as there are", origins[:8], random(1), projection.BacktestOptions{Draws: 1_000_000, Workers: 100},
			"1040000000 shares of 8 simulations at the same time"},
		{"one after the other", origins, random(1), projection.BacktestOptions{Draws: 1_000_000, Workers: 1}, ""},
		{"sixteen years of three", origins[:1], random(3), projection.BacktestOptions{Draws: 1_000_000, Ahead: 16, Workers: 3}, "1248000000 shares of 3 simulations"},
		{"no randomness", origins, nil, projection.BacktestOptions{Draws: 1_000_000, Workers: 8}, ""},
		{"all that are kept", origins, random(188), projection.BacktestOptions{Draws: 4096, Workers: 1},
			"BacktestOptions.Draws = 4096 takes room for 1001062400 shares of 1880 simulations that keep them; the most is 1000000000: give fewer, or more than 4096, which are not kept"},
		{"more, which are not", origins, random(188), projection.BacktestOptions{Draws: 4097, Workers: 1}, ""},
	} {
		ctx, cancel := context.WithCancel(context.Background())
		c.o.Progress = func(int, int) { cancel() } // with the first point, before any simulation
		b, err := projection.RunBacktest(ctx, d, d, c.origins, c.ss, c.o)
		cancel()
		switch {
		case c.want == "" && (b != nil || !errors.Is(err, context.Canceled)):
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (b != nil || !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}
