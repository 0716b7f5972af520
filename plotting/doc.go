// Package plotting draws the results of package projection as finished figures
// for a report. Each chart function selects what to show and returns a [Figure],
// which is saved as PNG, SVG or PDF with [Figure.Save]:
//
//   - when: [YearReached], [Count], [Heatmap] (two assumptions varied), [Tornado]
//     (one at a time)
//   - the way there: [Paths] (scenarios of one member), [PathsOf] (members of one
//     run), [Grid] (both, a small panel for each member), [Pace]
//   - where everyone stands: [Ranking], [RankingOf] (guidelines, an earlier year),
//     [Slope] (two years)
//   - how sure: [Fan], [FanGrid], [CountFan], [Chance]
//   - money: [Costs] against named counterfactuals, [Gap]
//   - then and now: [BacktestPaths], [BacktestFan], [BacktestCount], [Calibration]
//
// A figure is a page: a title that states what the chart shows, a subtitle with
// the unit, the chart, a note with the assumptions and a line with the source
// and its edition. The texts are filled in and may be changed before Save:
//
//	f, err := plotting.YearReached(r)
//	...
//	f.Title = "Half of the alliance stays below the guideline"
//	f.Page = plotting.Slide
//	f.Theme = plotting.Dark()
//	err = f.Save("year-reached.png")
//
// The members shown are those of the run, so choose them with Options.Members;
// [PathsOf], [FanGrid], [Costs] and [Gap] take some of them.
// [Figure.Highlight] shows some members in colour before the others in grey, and
// [Figure.Adjust] and [Figure.Panels] give the plots themselves, for what this
// package does not foresee. [SaveAll] draws many figures on all processors.
//
// # How the figures are drawn
//
// The frame of a page is ours; the charts in it are plots of gonum/plot, with
// that library's axes, lines and bars, and plotters of ours for what it lacks.
// [Band], [EndLabels], [YearTicks] and [PercentTicks] work in any plot.
//
// Lines and dots are labelled where they stand; there is no legend box and no
// rotated text. Labels that would touch are moved apart; if some are left out, the
// chart says how many are shown. Scenarios take the colours of [Theme.Colours] in
// the order of the arguments, so that the same scenario has the same colour in
// every chart of a report that lists its scenarios in one order; they can be told
// apart without seeing red or green, and in [Print] without any colour. Published
// figures are solid, projections dashed, published estimates hollow or marked "e".
// Lines with equal values are drawn in turns, a dash of each. A chart computes
// nothing: every number comes from the result.
//
// Bands of a simulation hold for each year by itself. The year in which a target
// is reached is counted along whole paths, never read off where a band crosses it.
//
// The note says how GDP grows and how members respond, what was left out, what
// the runs noticed (Result.Warnings), which of the figures that projections
// start from were printed in another edition than that of the data set, and
// the first of the notes of the data set, the one that every reader needs.
//
// # Files
//
// Every file carries title, note, source, edition and seed, and no date. PNG files
// know their physical size; they have a palette of 256 colours where that cannot
// be seen. SVG and PDF files carry the letters they show, so that names in any
// language look the same everywhere and can be searched.
//
// Figures share no state. They may be made and saved by any number of
// goroutines, and the same figure gives the same bytes every time on one
// architecture.
package plotting
