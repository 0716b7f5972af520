// Package scenario holds the inputs of a projection: what the world was
// ([Dataset], [Member], [Series]), what was promised ([Pledge]), how the economy
// grows ([GrowthPath]) and how governments react ([Response]). A [Scenario] joins
// one of each. Package projection runs it; the figures published by NATO, the IMF and
// the World Bank are in the packages nato, imf and worldbank below this one.
//
// # Units
//
// Every share and rate is a fraction: 2*Percent is two per cent, 0.02. A number
// such as 2 where 0.02 is meant is an error, never a guess. Money is in the one
// unit that [Dataset].Money names, as a rule US dollars in constant prices, so
// that growth is growth in real terms. Years are calendar years; members are
// ISO 3166 alpha-3 codes ("DEU").
//
// # Not only NATO
//
// What is pledged, and of what it is a share, is said by [Dataset].Quantity and
// Denominator: defence spending and GDP for NATO, or for example official development
// assistance and GNI. Tables and charts have their words from there. The names and
// comments of the packages speak of GDP.
//
// # Spending comes first
//
// A government sets money for a year on the GDP it expects; the share of GDP
// follows. A [Response] therefore returns money. That is why growth matters: a
// budget that grows 4% a year from 1.5% of GDP is at 2% after 8 years if GDP
// stands still, after 12 if it grows 1.5% a year, after 30 at 3%.
//
// # Luck
//
// In a simulation growth is drawn by a [RandomGrowth], such as [AR1], and
// governments follow through as well as [Shocked], [Wavering] and [Slipped] let
// them, and as fast as an estimate, with its error, says ([Partial]). How large all
// that is can be estimated from a record: [FitShares] and [Calibrate], or [FitAR1] for
// growth alone. Every random number belongs to a seed, a member, a block of draws and
// a purpose ([Streams]), so that results are the same for everybody and two scenarios
// see the same economies.
//
// # Limits
//
// A data set has at most [MaxMembers] members, in the years 1 to [MaxYear], with names
// of at most [MaxName] letters; a scenario has at most [MaxParts] parts, at most
// [MaxNesting] of them inside one another, at most [MaxSteps] steps in a pledge, and a
// note of at most [MaxNote] letters. Windows, delays and slips are at most [MaxWindow]
// years, shares at most [MaxShare]. What is beyond a limit is an error that names it.
//
// # Files
//
// [Decode] reads scenarios from a JSON file and [Encode] writes them, whatever is put
// together from the models of this package; [Schema] describes the file for editors, and
// stands beside this package as scenario.schema.json. [Diff] lists what two scenarios do
// not share. A [Dataset] has a layout of its own, [ReadCSV].
//
// # Your own rules
//
// Pledge, GrowthPath and Response are interfaces of one method each. Implement
// one and put it into a Scenario; give it a String method for tables, a method
// Validate() error for its own faults and, if it has caveats, make it a [Warner]. A
// rule of your own takes its luck from [View.Normal], [View.Uniform] and
// [View.CommonNormal].
package scenario
