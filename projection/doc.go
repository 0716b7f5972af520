// Package projection runs scenarios: from published figures to the year in which
// each member reaches its target, with pace, cost and gap.
//
// [Run] projects one path for each member, in yearly steps from a base year, and
// returns a [Result], which keeps its inputs. What one asks of it:
//
//   - when a member reaches what is asked of it: [Result.Reach], in words or as
//     years; "not by 2040" is an answer
//   - how fast it moves and how fast it would have to: [Pace]
//   - what the pledge costs, and against what: [Cost] with a [Baseline]
//   - how far it falls short: of what is asked, [Result.Gap], [Result.GroupGap], or of
//     any share, published years included, [Result.GapTo], [Result.GroupGapTo]
//   - how members do together: [Result.Group], [Result.Count]
//   - several scenarios side by side: [Compare]; what really happened: [Outcome]
//   - how much hangs on an assumption: [Sweep] over any axes, [SweepRows] for
//     millions of points; which one moves the year most: [OneAtATime]
//   - at what growth, pace or start the target is just met: [BreakEvenGrowth],
//     [BreakEvenPace], [LatestStart]
//
// [Simulate] projects many paths for each member, with growth and follow-through
// that are drawn, and counts them in an [Ensemble]: the chance of having reached
// the target by a year, years and shares that are not exceeded in a part of the
// draws, the number of members at target in the same draw, whether a pledge is
// kept. [SimulateDifference] and [SimulateCost] compare two scenarios in the same
// economies. A simulation can be done in parts, anywhere, and added up with
// [Merge]. Chances come with their Monte Carlo standard error. How often shares
// that really happened lay inside what was simulated is for [Cover].
//
// [RunBacktest] asks what scenarios would have said at some origins, from what was
// known then, and scores it: [Backtest.Scores] beside those of the simplest forecasts,
// [Backtest.Coverage] of the bands, [Backtest.Chances] of the chances. The scores
// are functions too: [CRPS], [IntervalScore], [Brier].
//
// Every answer is a table of [Row] values, a [Tabular]. [WriteText] and
// [WriteMarkdown] lay tables out for reading; [WriteCSV], [WriteJSONLines] and
// [WriteIAMC] write them for machines, in columns that do not change; all of them with
// scenarios, editions, draws and seed, and the version of this library, and, where the
// format has a place for them, with assumptions and warnings. [WriteFile] writes a
// file, whole or not at all.
//
// # Limits
//
// Nothing that is asked for takes memory or time without bound. A horizon or deadline
// lies at most [MaxYears] after the base year. A simulation has at most [MaxDraws]
// draws by at most [MaxWorkers] goroutines, keeps at most [MaxKept] shares and counts
// at most [MaxCounted] members times years; a sweep has at most [MaxPoints] points, of
// which a [Grid] keeps at most [MaxCells]; a backtest looks at most [MaxAhead] years
// ahead with at most [MaxBacktestDraws] draws. How large data sets and scenarios may be
// is in package scenario. What is beyond a limit is an error that names it; what lasts
// long within them can be stopped by its context.
//
// # The model
//
// For each year after the base year GDP grows by the rate of the growth path;
// the government expects that GDP, is asked what the pledge asks, and spends
// what its response says; the share is spending over GDP. A share counts as at
// the target if it is not lower by more than half of the last digit that the
// source publishes: NATO rounds to 0.01 percentage points, so 1.995% counts as
// 2.00%. With spending growing at a constant rate h and GDP at g, a share s
// reaches a target T after ceil(ln(T/s) / ln((1+h)/(1+g))) years, and never if h
// is not above g. In a simulation the government expects the GDP that the growth
// path forecasts, and the share is spending over the GDP that is drawn. A member is
// projected by itself, so that a result depends
// neither on the other members of a run nor on their order.
package projection
