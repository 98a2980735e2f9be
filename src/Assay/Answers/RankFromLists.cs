using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// A place on a published list: the latest that had ended by the days asked about, is not older than two years, ranks the subject's like
/// and is complete to the place needed by a completeness row. Firms of one group count as one where their figures tell.
/// </summary>
internal static partial class RankFromLists
{
    public static ProofStep? Prove(Inquiry inquiry, Question.Rank question, string indicator, DayRange days)
    {
        if (inquiry.Evidence.Entity(question.Subject) is not { } subject) return null;
        var lists = inquiry.Evidence.Rankings(indicator).GroupBy(row => row.List)
            .Where(list => list.First().Period.Days.Last <= days.Last && list.All(row => inquiry.Evidence.Entity(row.Subject) is { } entity && RankAnswerer.AreAlike(entity, subject)))
            .OrderByDescending(list => list.First().Period.Days.Last).ThenBy(list => list.Key.Value, StringComparer.Ordinal).ToList();
        if (lists.Count == 0) return null;
        var recent = lists.Where(list => Periods.Fits(list.First().Period, days)).ToList();
        if (recent.Count == 0)
            return Inquiry.Silent(inquiry.Say("rank-list-old", ("list", inquiry.Name(lists[0].Key)), ("period", lists[0].First().Period.ToString()), ("days", days.ToString())));
        return recent.Select(list => OnList(inquiry, question, subject, [.. list])).FirstOrDefault(step => step.Value is StepValue.Place)
            ?? OnList(inquiry, question, subject, [.. recent[0]]);
    }

    /// <summary>The place to which a list is complete, as its completeness row says: "complete to rank 10".</summary>
    public static int CompleteTo(Completeness row) =>
        CompleteToRank().Match(row.Scope) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static ProofStep OnList(Inquiry inquiry, Question.Rank question, Entity subject, ImmutableArray<Ranking> rows)
    {
        var list = rows[0].List;
        var period = rows[0].Period;
        var certificate = inquiry.Evidence.Completeness("rankings", list).Where(row => CompleteTo(row) > 0 && Spans.Covers(row, period.Days)).MaxBy(CompleteTo);
        var depth = certificate is null ? 0 : CompleteTo(certificate);
        var own = rows.FirstOrDefault(row => row.Subject == question.Subject);
        // A list said to be complete that lacks a place it should have is not.
        var isWhole = Enumerable.Range(1, own?.Rank ?? depth).All(place => rows.Count(row => row.Rank <= place) >= place);
        if (certificate is null || !isWhole || (own is not null && own.Rank > depth)) return Silent(inquiry, "rank-list-incomplete", question, list, period);
        var firms = rows.Select(row => inquiry.Evidence.Entity(row.Subject)!).ToImmutableArray();
        if (own is null && firms.Any(firm => firm.Parent == subject.EntityId || firm.EntityId == subject.Parent))
            return Silent(inquiry, "rank-list-group", question, list, period);
        var inSet = question.Among is { } set ? rows.Select(row => MembershipOf(inquiry, row.Subject, set, period.Days)).ToImmutableArray() : [];
        if (question.Among is not null && (own is null ? MembershipOf(inquiry, subject.EntityId, question.Among.Value, period.Days) : inSet[rows.IndexOf(own)]).Truth != Truth.True)
            return Silent(inquiry, "rank-not-among", question, list, period);
        var (best, worst) = own is null ? (NotOnList(rows, firms, inSet, depth), int.MaxValue) : Places(own, rows, firms, inSet);
        return new ProofStep
        {
            Rule = ProofRule.Listed,
            Text = inquiry.Say("rank-listed", ("subject", subject.Name), ("place", RankAnswerer.Show(inquiry, best, worst)), ("list", inquiry.Name(list)),
                ("period", period.ToString()), ("depth", depth.ToString(CultureInfo.InvariantCulture))),
            Value = new StepValue.Place(best, worst),
            Rows = [.. rows, certificate, .. firms.Append(subject).DistinctBy(firm => firm.Id)],
            Inputs = inSet,
            Given = new Given { Subject = subject.EntityId, Object = list, Days = period.Days },
        };
    }

    // Off the list is below all that the list is complete to; among a group, below those of them that are surely in it.
    private static int NotOnList(ImmutableArray<Ranking> rows, ImmutableArray<Entity> firms, ImmutableArray<ProofStep> inSet, int depth) =>
        1 + Enumerable.Range(0, rows.Length).Where(i => rows[i].Rank <= depth && (inSet.IsEmpty || inSet[i].Truth == Truth.True))
            .Select(i => firms[i].Parent ?? firms[i].EntityId).Distinct().Count();

    private static (int Best, int Worst) Places(Ranking own, ImmutableArray<Ranking> rows, ImmutableArray<Entity> firms, ImmutableArray<ProofStep> inSet)
    {
        var others = Enumerable.Range(0, rows.Length).Where(i => rows[i] != own)
            .Where(i => inSet.IsEmpty || inSet[i].Truth != Truth.False).ToList();
        bool Surely(int i) => inSet.IsEmpty || inSet[i].Truth == Truth.True;
        var best = 1 + others.Count(i => rows[i].Rank < own.Rank && Surely(i));
        var worst = 1 + others.Count(i => rows[i].Rank <= own.Rank);
        // A group whose firms stand apart on the list may come before the subject when they are added up.
        var merged = others.Where(i => firms[i].Parent is not null).GroupBy(i => firms[i].Parent).Where(group => group.Count() > 1).ToList();
        foreach (var group in merged)
        {
            var ahead = group.Count(i => rows[i].Rank < own.Rank);
            if (Figure(own) is not { } figure || group.Any(i => Figure(rows[i]) is null)) { worst += ahead == 0 ? 1 : 0; best -= Math.Max(0, ahead - 1); continue; }
            var sum = group.Sum(i => Figure(rows[i])!.Value);
            if (ahead == 0 && sum >= figure) worst++;
            best -= Math.Max(0, ahead - 1);
        }
        return (Math.Max(1, best), Math.Max(best, worst));
    }

    private static decimal? Figure(Ranking row) => row.Value ?? row.SharePercent;

    private static ProofStep MembershipOf(Inquiry inquiry, EntityId member, EntityId set, DayRange days)
    {
        if (inquiry.Evidence.Entity(member) is { Kind: EntityKind.State }) return MembershipAnswerer.Prove(inquiry, member, set, MembershipSense.Full, days);
        var holder = new Holder([set], HolderSense.Nationals);
        return new HolderTest(inquiry, holder, days).Belongs(new Nationalities(inquiry, days).Of(member));
    }

    private static ProofStep Silent(Inquiry inquiry, string key, Question.Rank question, EntityId list, Period period) =>
        Inquiry.Silent(inquiry.Say(key, ("subject", inquiry.Name(question.Subject)), ("list", inquiry.Name(list)), ("period", period.ToString()),
            ("among", question.Among is { } set ? inquiry.Name(set) : "")));

    [GeneratedRegex(@"complete to rank (\d{1,4})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex CompleteToRank();
}
