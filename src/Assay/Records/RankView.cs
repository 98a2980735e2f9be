using System.Collections.Immutable;
using System.Globalization;
using Assay.Answers;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Records;

/// <summary>The order of producers of a good: published lists as they stand, and figures; companies and countries apart.</summary>
public static class RankView
{
    /// <summary>The lists and figures of the last year that the record has by the end of the days, or of the whole year asked about.</summary>
    public static RecordView Of(EvidenceSnapshot evidence, RuleSet rules, string goods, DayRange when)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var desk = new RecordDesk(evidence, rules, when);
        var commodity = rules.Lexicon.Goods[goods];
        ImmutableArray<string> indicators = [.. commodity.CompanyIndicators.Concat(commodity.CountryIndicators).Concat(commodity.ShareIndicators).Distinct()];
        var tables = indicators.SelectMany(indicator => Lists(desk, indicator)).Concat(indicators.SelectMany(indicator => Figures(desk, indicator))).ToList();
        var view = desk.View("rank", desk.Say("record-rank-title", ("goods", Words(goods))), tables);
        return tables.Count > 0 ? view : view with { Notes = [desk.Say("record-rank-none", ("goods", Words(goods)), ("days", when.ToString()))] };
    }

    internal static string Words(string goods) => goods.Replace('-', ' ');

    private static IEnumerable<RecordTable> Lists(RecordDesk desk, string indicator)
    {
        var lists = desk.Evidence.Rankings(indicator).GroupBy(row => row.List).Where(list => Periods.Fits(list.First().Period, desk.When)).ToList();
        if (lists.Count == 0) yield break;
        var latest = lists.Max(list => list.First().Period.Days.Last);
        foreach (var list in lists.Where(list => list.First().Period.Days.Last == latest)) yield return OfList(desk, list.Key, [.. list]);
    }

    private static RecordTable OfList(RecordDesk desk, EntityId list, ImmutableArray<Ranking> rows)
    {
        var lists = desk.Evidence.Completeness("rankings", list).Where(row => Spans.Covers(row, rows[0].Period.Days)).ToList();
        var whole = lists.MaxBy(RankFromLists.CompleteTo);
        var unit = desk.Evidence.Measures(rows[0].Subject, rows[0].Indicator).FirstOrDefault(row => row.Period == rows[0].Period && row.Central == rows[0].Value)?.Unit ?? "";
        return desk.Table(list.Value, desk.Say("record-rank-list", ("list", desk.Evidence.Entity(list)?.Name ?? Words(list.Value)), ("period", rows[0].Period.ToString())), "rank", "subject", "state", "figure", "of-world") with
        {
            Rows = [.. rows.OrderBy(row => row.Rank).Select(row => new RecordRow(
                [Place(row.Rank, row.Rank), desk.Named(row.Subject), desk.Named(desk.StateOf(row.Subject)),
                    row.Value is { } value ? new Cell.Figure(Bounds.Exactly(value), unit) : Cell.None,
                    row.SharePercent is { } share ? new Cell.Figure(Bounds.Exactly(share), "%") : Cell.None], [row])
                { Remarks = [.. rows.Any(other => other != row && other.Rank == row.Rank) ? [desk.Say("remark-shared-place")] : ImmutableArray<string>.Empty] })],
            Notes = [whole is not null && RankFromLists.CompleteTo(whole) > 0
                ? desk.Say("record-rank-complete", ("scope", whole.Scope), ("row", whole.Place.ToString()))
                : desk.Say("record-rank-open")],
        };
    }

    // Figures of one class for the latest year that has any, or the year asked about; blocks and mines are no rivals.
    private static IEnumerable<RecordTable> Figures(RecordDesk desk, string indicator)
    {
        var figures = desk.Evidence.Rows<Measure>(RowKey.MeasuresBy, indicator)
            .Where(row => row.Period.IsYear && Periods.Fits(row.Period, desk.When) && Periods.Happened(row))
            .Where(row => desk.Evidence.Entity(row.Subject) is { Kind: EntityKind.State or EntityKind.Company or EntityKind.Fund }).ToList();
        foreach (var kind in figures.GroupBy(row => desk.Evidence.Entity(row.Subject)!.Kind == EntityKind.State).OrderByDescending(kind => kind.Key))
        {
            var year = kind.Max(row => row.Period.Days.Last);
            ImmutableArray<Measure> rows = [.. kind.Where(row => row.Period.Days.Last == year)];
            if (rows.DistinctBy(row => row.Subject).Count() < 2) continue;
            yield return OfFigures(desk, indicator, rows, kind.Key);
        }
    }

    private static RecordTable OfFigures(RecordDesk desk, string indicator, ImmutableArray<Measure> rows, bool isOfStates)
    {
        var firsts = rows.GroupBy(row => row.Subject).Select(group => (First: group.First(), IsFirst: group.ToHashSet())).ToList();
        var period = rows[0].Period;
        return desk.Table($"{indicator}-{(isOfStates ? "countries" : "companies")}",
            desk.Say(isOfStates ? "record-rank-countries" : "record-rank-companies", ("indicator", OutputShare.Indicator(desk.Inquiry, indicator)), ("period", period.ToString())),
            "rank", "subject", "figure", "status") with
        {
            Rows = [.. rows.OrderByDescending(row => row.Status == RowStatus.Ceiling ? 0 : row.Value.Low).ThenByDescending(row => row.Value.High).Select(row =>
            {
                var isFirst = firsts.Any(pair => pair.First == row);
                var place = isFirst ? Ranked(desk, row) : null;
                return new RecordRow(
                    [place?.Value is StepValue.Place value ? Place(value.Best, value.Worst) : Cell.None, desk.Named(row.Subject), Limits(desk, row), desk.Slug("status", RecordWords.Kebab(row.Status))], [row])
                {
                    Proof = place, Remarks = isFirst ? [] : [desk.Say("remark-rival")],
                };
            })],
            Notes = [desk.Say("record-rank-figures")],
        };
    }

    private static ProofStep? Ranked(RecordDesk desk, Measure row) =>
        RankFromFigures.Prove(desk.Inquiry, new Question.Rank { When = row.Period.Days, Subject = row.Subject, Indicators = [row.Indicator] }, row.Indicator, row.Period.Days)
            is { Value: StepValue.Place } step ? step : null;

    private static Cell Place(int best, int worst) => Cell.Of(worst == int.MaxValue ? $"≥ {Number(best)}" : best == worst ? Number(best) : $"{Number(best)}–{Number(worst)}");

    private static string Number(int place) => place.ToString(CultureInfo.InvariantCulture);

    internal static Cell Limits(RecordDesk desk, Measure row) => row.Status switch
    {
        RowStatus.Ceiling => Cell.Of(desk.Say("figure-at-most", ("value", Inquiry.Show(Bounds.Exactly(row.Value.High))), ("unit", row.Unit))),
        RowStatus.Floor => Cell.Of(desk.Say("figure-at-least", ("value", Inquiry.Show(Bounds.Exactly(row.Value.Low))), ("unit", row.Unit))),
        _ => new Cell.Figure(row.Value, row.Unit),
    };
}
