package main

import (
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/projection"
)

// A trial is one part of the evidence.
type trial struct {
	name     string
	backtest *projection.Backtest
}

// trials are the parts: long history, NATO's editions up to 2018, and since.
func (e *evidence) trials() ([]trial, error) {
	long, short, err := e.both()
	if err != nil {
		return nil, err
	}
	return []trial{
		{"World Bank, origins 1995-2018", long},
		{"NATO, origins 2013-2018", short.Where(upTo2018)},
		{"NATO, origins from 2019", short.Where(since)},
		{"of these, without estimates", short.Where(since).Where(observed)},
	}, nil
}

// medians compares the best single guesses: the mean absolute error of the median.
func (e *evidence) medians() (table, error) {
	trials, err := e.trials()
	if err != nil {
		return table{}, err
	}
	names := append(projection.Competitors(), holding, calibrated)
	t := table{title: "The single best guess: mean absolute error of the median, percentage points", header: append([]string{"all horizons; in brackets 5 years ahead"}, names...)}
	for _, trial := range trials {
		line, values, scores := []string{}, []float64{}, trial.backtest.Scores()
		for _, name := range names {
			all := byHorizon(scores, name, "all")
			five := "(" + points(all[4].MAE) + ")"
			if math.IsNaN(all[4].MAE) {
				five = "" // too few
			}
			last := all[len(all)-1]
			line, values = append(line, points(last.MAE)+" "+five), append(values, last.MAE)
		}
		smallest(line, values)
		t.add(append([]string{trial.name}, line...)...)
	}
	t.notes = []string{"**Bold**: the best of a line."}
	return t, nil
}

// quote says in one sentence what may be quoted.
func (e *evidence) quote() (table, error) {
	trials, err := e.trials()
	if err != nil {
		return table{}, err
	}
	of := func(i int, name string) projection.Score { return overall(trials[i].backtest.Scores(), name) }
	long, recent, sure := of(0, calibrated), of(2, calibrated), of(3, calibrated)
	return table{title: fmt.Sprintf(
		"In forecasts of one to five years made at the ends of 1995 to 2018, by which the model was chosen, its best guess missed the World Bank's shares by %.3f points of GDP on average (no change: %.3f), and its 80%% range held %.0f%% of the outcomes; "+
			"in those made from NATO's figures since the end of 2019 it missed by %.3f, mostly too low (no change: %.3f), and the range held %.0f%%, or %.0f%% without NATO's estimates of 2025.",
		100*long.MAE, 100*of(0, "hold-last").MAE, 100*long.Inside80, 100*recent.MAE, 100*of(2, "hold-last").MAE, 100*recent.Inside80, 100*sure.Inside80)}, nil
}
