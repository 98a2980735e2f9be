using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Linking;

/// <summary>
/// Links subjects to those that are known. What two names alone say is told as it is by <see cref="PairJudge"/>; here what else is known counts too: a name
/// that several known subjects have, or a person of whom nothing but the name is known, is asked about. Safe to ask from several threads.
/// </summary>
public sealed class Linker
{
    private const int MostKept = 200_000;
    private const int MostAsks = 3;
    private readonly IReadOnlyList<LinkedSubject> _known;
    private readonly PreparedSubject?[] _prepared;
    private readonly PairJudge _judge;
    private readonly CandidateIndex _index;

    /// <summary>Over what is known.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="known">The known subjects, each id once.</param>
    public Linker(LinkRules rules, IReadOnlyList<LinkedSubject> known)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(known);
        _known = known;
        _judge = new PairJudge(rules);
        // What is prepared takes about a kilobyte a subject: of many, it is made anew when one is a candidate.
        _prepared = new PreparedSubject?[known.Count <= MostKept ? known.Count : 0];
        _index = new CandidateIndex(Enumerable.Range(0, known.Count).Select(Prepared));
    }

    /// <summary>
    /// The known subjects that a subject is, or may be, the same as: at most one <see cref="LinkOutcome.Same"/>, which then stands alone; else up to three
    /// <see cref="LinkOutcome.Ask"/>, the likest first. A subject is never linked to one of its own id.
    /// </summary>
    /// <param name="subject">The subject.</param>
    /// <param name="decided">What has been decided of it and a known one before, by the known one's id: such a pair is not given again, and a <see cref="LinkOutcome.Same"/> among them ends the search.</param>
    public ImmutableArray<LinkDecision> Find(LinkedSubject subject, IReadOnlyDictionary<string, LinkOutcome>? decided = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (decided is not null && decided.Values.Contains(LinkOutcome.Same)) return [];
        var prepared = _judge.Prepare(subject);
        List<LinkDecision> found = [];
        foreach (var candidate in _index.Find(prepared))
        {
            var known = _known[candidate];
            if (known.Id == subject.Id || (decided is not null && decided.ContainsKey(known.Id))) continue;
            var other = Prepared(candidate);
            if (!_judge.MayBeOne(prepared, other)) continue;
            var decision = new LinkDecision(subject, known, _judge.Judge(prepared, other));
            if (!subject.Packs.Any(known.Packs.Contains)) found.Add(decision);
            // What a pack keeps apart no name makes one, and an identifier only where a person says so.
            else if (decision.Judgement.Basis != Name) found.Add(decision.Asked(new LinkReason(LinkSign.Against, "kept-apart", "a pack has both and keeps them apart")));
        }
        return Settle(found);
    }

    /// <summary>Links many subjects, one after the other.</summary>
    public IEnumerable<LinkDecision> Link(IEnumerable<LinkedSubject> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        return Together([.. subjects.SelectMany(subject => Find(subject))]);
    }

    /// <summary>
    /// What is found of many subjects, with those asked about that would be made one by way of a known one: where several are the same as it, the names of
    /// those that only a name makes so decide nothing.
    /// </summary>
    /// <param name="decisions">What was found of each subject, in any order.</param>
    /// <param name="taken">The ids of known ones that another subject has been decided to be the same as before.</param>
    public static IEnumerable<LinkDecision> Together(IReadOnlyList<LinkDecision> decisions, IEnumerable<string>? taken = null)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var many = decisions.Where(decision => decision.Outcome == LinkOutcome.Same).GroupBy(decision => decision.Known.Id).Where(group => group.Count() > 1).Select(group => group.Key).Concat(taken ?? []).ToHashSet(StringComparer.Ordinal);
        return decisions.Select(decision => decision.Outcome == LinkOutcome.Same && decision.Judgement.Basis == Name && many.Contains(decision.Known.Id)
            ? decision.Asked(new LinkReason(LinkSign.Against, "several-subjects", "several entities of the pack would be the same as it"))
            : decision);
    }

    private static ImmutableArray<LinkDecision> Settle(List<LinkDecision> found)
    {
        var same = found.Where(decision => decision.Outcome == LinkOutcome.Same).ToList();
        var identified = same.Where(decision => decision.Judgement.Basis != Name).ToList();
        if (identified is [var one]) return [one];
        if (same is [var only] && identified.Count == 0 && IsWitnessed(only)) return [only];
        return [.. found.Select(decision => decision.Outcome == LinkOutcome.Same ? Doubt(decision, same.Count > 1) : decision)
            .OrderByDescending(decision => decision.Judgement.Likeness).ThenBy(decision => decision.Known.Id, StringComparer.Ordinal).Take(MostAsks)];
    }

    // Many persons have one name, and many bodies the same first letters; that one is in the record does not make the other the one.
    private static bool IsWitnessed(LinkDecision decision)
    {
        var (areInitials, isShort) = (Has(decision, "initials"), Has(decision, "few-letters"));
        if (Has(decision, "date-agrees") || Has(decision, "hint-agrees")) return true;
        // A nation has thousands of one name, and the second name is often the first in other letters.
        if (decision.Subject.Kind == LinkedKind.Person || decision.Known.Kind == LinkedKind.Person) return false;
        if ((areInitials || isShort) && Has(decision, "second-name")) return true;
        // A country that is not told agrees with nothing; what has none, as a state or a body of several, needs none.
        if (!Has(decision, "country-agrees") && !(HasNoCountry(decision.Subject) && HasNoCountry(decision.Known) && !areInitials && !isShort)) return false;
        // In one country, too, many a company has some three letters as its first ones.
        return !(areInitials && isShort);
    }

    private static bool HasNoCountry(LinkedSubject subject) => subject.Kind is LinkedKind.State or LinkedKind.Bloc && subject.Countries.IsEmpty;

    private static bool Has(LinkDecision decision, string code) => decision.Judgement.Reasons.Any(reason => reason.Code == code);

    private static LinkDecision Doubt(LinkDecision decision, bool areSeveral) => decision.Asked(areSeveral
        ? new LinkReason(LinkSign.Against, "several-known", "several that are known would be the same as it")
        : new LinkReason(LinkSign.Against, "name-alone", "nothing but the name agrees, and others may have it"));

    private PreparedSubject Prepared(int number) => _prepared.Length == 0 ? _judge.Prepare(_known[number]) : _prepared[number] ??= _judge.Prepare(_known[number]);

    private const string Name = "name";
}
