using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Linking;

/// <summary>
/// Says of two subjects whether they are one: by identifiers, else by names, with kind, country and date as witnesses. Every step leaves a reason.
/// </summary>
public sealed class PairJudge
{
    private const double SureSlip = 0.93;
    private const double SureLoneSlip = 0.95;
    private const double SurePersonSlip = 0.94;
    private const double DatedSlip = 0.8;
    private const double LeastPart = 0.5;
    private const int FewestSureInitials = 3;
    private const int FewestLoneInitials = 5;
    private readonly LinkRules _rules;
    private readonly NameReader _reader;
    private readonly BodyNames _bodies;
    private readonly PersonNames _persons;

    /// <summary>By the rules.</summary>
    public PairJudge(LinkRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _reader = new NameReader(rules);
        var likeness = new WordLikeness(rules);
        (_bodies, _persons) = (new BodyNames(likeness), new PersonNames(rules, likeness));
    }

    internal NameReader Reader => _reader;

    /// <summary>Judges two subjects.</summary>
    public LinkJudgement Judge(LinkedSubject left, LinkedSubject right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Judge(Prepare(left), Prepare(right));
    }

    /// <summary>Whether two subjects may be one at all: what <see cref="Judge(PreparedSubject, PreparedSubject)"/> says, without the reasons.</summary>
    internal bool MayBeOne(PreparedSubject left, PreparedSubject right)
    {
        var witnesses = Witnesses.Of(left, right);
        var (identity, _) = CompareIdentifiers(left, right, null);
        if (identity is not null) return identity != LinkOutcome.Different;
        return witnesses.Kind != Witness.Against && Names(left, right, explains: false) is { } names && ByNames(names, witnesses, left, right) != LinkOutcome.Different;
    }

    internal PreparedSubject Prepare(LinkedSubject subject) => new(subject, _rules, _reader);

    internal LinkJudgement Judge(PreparedSubject left, PreparedSubject right)
    {
        var reasons = ImmutableArray.CreateBuilder<LinkReason>();
        var witnesses = Witnesses.Of(left, right);
        var names = Names(left, right, explains: true);
        var (identity, basis) = CompareIdentifiers(left, right, reasons);
        var byNames = names is null ? LinkOutcome.Different : ByNames(names, witnesses, left, right);
        var outcome = identity switch
        {
            LinkOutcome.Same when witnesses.Kind == Witness.Against || (witnesses.Date == Witness.Against && left.Subject.Kind == LinkedKind.Person) => LinkOutcome.Ask,
            { } decided => decided,
            null => byNames,
        };
        if (names is null) reasons.Add(new(LinkSign.Neutral, "no-name", "one of them has no name"));
        else reasons.AddRange(names.Reasons);
        witnesses.Explain(left, right, reasons);
        return new LinkJudgement(outcome, names?.Likeness ?? 0, basis, reasons.ToImmutable());
    }

    private NameComparison? Names(PreparedSubject left, PreparedSubject right, bool explains)
    {
        var (leftKind, rightKind) = (left.Subject.Kind, right.Subject.Kind);
        if (leftKind == LinkedKind.Person || rightKind == LinkedKind.Person) return Best(left.PersonNames, right.PersonNames, _persons.Compare, explains);
        var best = Best(left.BodyNames, right.BodyNames, _bodies.Compare, explains);
        // What may be anything may be a person, where nothing in its names speaks against it.
        if (leftKind != LinkedKind.Unknown || rightKind != LinkedKind.Unknown || best is null or { Grade: >= NameGrade.Alike } || !MayBePerson(best.Left) || !MayBePerson(best.Right)) return best;
        return Best(left.PersonNames, right.PersonNames, _persons.Compare, explains) is { Grade: >= NameGrade.Alike } person ? person : best;
    }

    private static bool MayBePerson(LinkedName name) => name.Forms.IsEmpty && name.Words.Length is >= 2 and <= 5 && name.Words.All(word => word.Role == WordRole.Naming);

    private static NameComparison? Best(ImmutableArray<LinkedName> left, ImmutableArray<LinkedName> right, Func<LinkedName, LinkedName, bool, NameComparison> compare, bool explains)
    {
        NameComparison? best = null;
        foreach (var one in left)
            foreach (var other in right)
            {
                var found = compare(one, other, explains);
                if (best is null || found.Grade > best.Grade || (found.Grade == best.Grade && found.Likeness > best.Likeness)) best = found;
                if (best is { Grade: NameGrade.Same, FormsDiffer: false }) return best;
            }
        return best;
    }

    private static (LinkOutcome? Outcome, string Basis) CompareIdentifiers(PreparedSubject left, PreparedSubject right, ImmutableArray<LinkReason>.Builder? reasons)
    {
        string? same = null, differs = null;
        if (left.Identifiers.IsEmpty || right.Identifiers.IsEmpty) return (null, "name");
        foreach (var scheme in left.Identifiers.Select(id => id.Scheme).Distinct())
        {
            var (mine, theirs) = (left.Identifiers.Where(id => id.Scheme == scheme).ToList(), right.Identifiers.Where(id => id.Scheme == scheme).ToList());
            if (theirs.Count == 0) continue;
            var use = mine[0].Use;
            if (mine.Intersect(theirs).Any())
            {
                var id = mine.Intersect(theirs).First();
                reasons?.Add(new(LinkSign.For, use == IdentifierUse.Hint ? "hint-agrees" : "identifier-agrees", $"both have {id}"));
                if (use != IdentifierUse.Hint) same ??= scheme;
            }
            else if (use == IdentifierUse.One)
            {
                reasons?.Add(new(LinkSign.Against, "identifiers-differ", $"{mine[0]} is not {theirs[0]}"));
                differs ??= scheme;
            }
        }
        return (same, differs) switch
        {
            (not null, not null) => (LinkOutcome.Ask, same),
            (not null, null) => (LinkOutcome.Same, same),
            (null, not null) => (LinkOutcome.Different, differs),
            _ => (null, "name"),
        };
    }

    private LinkOutcome ByNames(NameComparison names, Witnesses witnesses, PreparedSubject left, PreparedSubject right)
    {
        if (witnesses.Kind == Witness.Against || names.Grade == NameGrade.Apart) return LinkOutcome.Different;
        return left.Subject.Kind == LinkedKind.Person || right.Subject.Kind == LinkedKind.Person ? OfPersons(names, witnesses) : OfBodies(names, witnesses, left, right);
    }

    private static LinkOutcome OfPersons(NameComparison names, Witnesses witnesses)
    {
        if (witnesses.Date == Witness.Against) return LinkOutcome.Different;
        if (witnesses.Date == Witness.Doubtful) return LinkOutcome.Ask;
        var isBornSo = witnesses.Date == Witness.For;
        switch (names.Grade)
        {
            case NameGrade.Same or NameGrade.Spelling:
                return witnesses.Country == Witness.Against && !isBornSo ? LinkOutcome.Ask : LinkOutcome.Same;
            case NameGrade.Alike:
                if (witnesses.Country == Witness.Against && !isBornSo) return LinkOutcome.Ask;
                return names.Likeness >= (isBornSo ? DatedSlip : SurePersonSlip) ? LinkOutcome.Same : LinkOutcome.Ask;
            default:
                if (isBornSo) return LinkOutcome.Ask;
                return witnesses.Country == Witness.Against || names.Likeness < LeastPart ? LinkOutcome.Different : LinkOutcome.Ask;
        }
    }

    private LinkOutcome OfBodies(NameComparison names, Witnesses witnesses, PreparedSubject left, PreparedSubject right)
    {
        var isDoubted = names.FormsDiffer || witnesses.Country == Witness.Against || witnesses.Date == Witness.Against;
        switch (names.Grade)
        {
            case NameGrade.Same or NameGrade.Spelling:
                if (isDoubted) return LinkOutcome.Ask;
                // "Ministry of Finance" is a name of many; with its state it is a name of one.
                return names.Left.IsOfOne || names.Right.IsOfOne || witnesses.Country == Witness.For ? LinkOutcome.Same : LinkOutcome.Ask;
            case NameGrade.Alike:
                if (witnesses.Country == Witness.Against) return LinkOutcome.Different;
                if (isDoubted || (!names.SharesNaming && !names.IsInitials)) return LinkOutcome.Ask;
                if (names.IsInitials) return ShortestName(names) >= (witnesses.Country == Witness.For ? FewestSureInitials : FewestLoneInitials) ? LinkOutcome.Same : LinkOutcome.Ask;
                return names.Likeness >= (names.IsLoneSlip ? SureLoneSlip : SureSlip) ? LinkOutcome.Same : LinkOutcome.Ask;
            default:
                if (witnesses.Country == Witness.Against) return LinkOutcome.Different;
                if (!names.SharesNaming && names.IsPlaceInOne && AreCountries(names.PlacesOfLeft, right) && AreCountries(names.PlacesOfRight, left)) return LinkOutcome.Same;
                return names.Likeness < LeastPart ? LinkOutcome.Different : LinkOutcome.Ask;
        }
    }

    private bool AreCountries(ImmutableArray<string> places, PreparedSubject subject) =>
        places.All(place => _rules.Countries.TryGetValue(place, out var code) && subject.Countries.Contains(code));

    private static int ShortestName(NameComparison names) => Math.Min(names.Left.Joined.Length, names.Right.Joined.Length);
}
