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
        (_bodies, _persons) = (new BodyNames(rules, likeness), new PersonNames(rules, likeness));
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
        if (Identity.Of(left, right, null).Outcome is { } identity) return identity != LinkOutcome.Different;
        return witnesses.Kind != Witness.Against && Names(left, right, explains: false) is { } names && ByNames(names, witnesses, left, right) != LinkOutcome.Different;
    }

    internal PreparedSubject Prepare(LinkedSubject subject) => new(subject, _rules, _reader);

    internal LinkJudgement Judge(PreparedSubject left, PreparedSubject right)
    {
        var reasons = ImmutableArray.CreateBuilder<LinkReason>();
        var witnesses = Witnesses.Of(left, right);
        var names = Names(left, right, explains: true);
        var (identity, basis, isGlobal) = Identity.Of(left, right, reasons);
        var byNames = names is null ? LinkOutcome.Different : ByNames(names, witnesses, left, right);
        var outcome = identity switch
        {
            LinkOutcome.Same when witnesses.Kind == Witness.Against || (witnesses.Date == Witness.Against && left.Subject.Kind == LinkedKind.Person) => LinkOutcome.Ask,
            // A number that was mistyped, or stands for none, has some other's name beside it.
            LinkOutcome.Same when !isGlobal && (names is null || (names.Grade == NameGrade.Apart && !names.SharesNaming)) => LinkOutcome.Ask,
            { } decided => decided,
            null => byNames,
        };
        if (names is null) reasons.Add(new(LinkSign.Neutral, "no-name", "one of them has no name"));
        else ExplainNames(names, left, right, reasons);
        witnesses.Explain(left, right, reasons);
        if (identity is null && byNames == LinkOutcome.Same)
        {
            if (!IsPerson(left, right) && IsWeak(names!) && !Bears(names!, left, right, reasons)) outcome = LinkOutcome.Ask;
            if (AreUsualNamesApart(names!, witnesses, left, right))
            {
                outcome = LinkOutcome.Ask;
                reasons.Insert(0, new(LinkSign.Against, "usual-names-apart", $"the usual names are not one: \"{left.Subject.Names[0]}\" and \"{right.Subject.Names[0]}\""));
            }
        }
        return new LinkJudgement(outcome, names?.Likeness ?? 0, basis, reasons.ToImmutable());
    }

    // A second name, as letters or what a body was called before, may be another's too, or may have become so.
    private bool AreUsualNamesApart(NameComparison names, Witnesses witnesses, PreparedSubject left, PreparedSubject right)
    {
        if (names.Left.IsMain && names.Right.IsMain) return false;
        var isPerson = IsPerson(left, right);
        if (left.UsualName(isPerson) is not { } one || right.UsualName(isPerson) is not { } other) return true;
        var usual = isPerson ? _persons.Compare(one, other, false) : _bodies.Compare(one, other, false);
        return usual.Grade < (IsWeak(names) ? NameGrade.Spelling : NameGrade.Alike) && ByNames(usual, witnesses, left, right) != LinkOutcome.Same;
    }

    private static bool IsPerson(PreparedSubject left, PreparedSubject right) => left.Subject.Kind == LinkedKind.Person || right.Subject.Kind == LinkedKind.Person;

    private static void ExplainNames(NameComparison names, PreparedSubject left, PreparedSubject right, ImmutableArray<LinkReason>.Builder reasons)
    {
        var (one, other) = (Called(names.Left, left.Subject), Called(names.Right, right.Subject));
        if (one.Length > 0 || other.Length > 0) reasons.Add(new(LinkSign.Neutral, "other-names", $"set beside one another are \"{names.Left.Text}\"{one} and \"{names.Right.Text}\"{other}"));
        if (names.Doubt is { } doubt) reasons.Add(doubt);
        reasons.AddRange(names.Reasons);

        static string Called(LinkedName name, LinkedSubject subject) => subject.Names.IsEmpty || name.Text == subject.Names[0] ? "" : $" (another name of \"{subject.Names[0]}\")";
    }

    // A short or an everyday name others have too. Of the short ones it is said here, and what else is known decides; an everyday one needs another witness.
    private static bool Bears(NameComparison names, PreparedSubject left, PreparedSubject right, ImmutableArray<LinkReason>.Builder reasons)
    {
        var isCommon = names.Left.IsCommon || names.Right.IsCommon;
        var second = left.BodyNames.FirstOrDefault(name => !name.IsCommon && name.Joined != names.Left.Joined && name.Joined != names.Right.Joined && right.BodyNames.Any(other => other.Sorted == name.Sorted));
        if (second is not null) reasons.Add(new(LinkSign.For, "second-name", $"both are called \"{second.Text}\" too"));
        reasons.Insert(0, isCommon
            ? new(LinkSign.Against, "common-word", "the name is an everyday or describing word, and many may be called so")
            : new(LinkSign.Against, "few-letters", "the name has few letters, and others may have it by chance"));
        return !isCommon || reasons.Any(reason => reason.Code is "second-name" or "date-agrees" or "hint-agrees");
    }

    private static bool IsWeak(NameComparison names) => names.Left.IsCommon || names.Right.IsCommon || names.Left.IsShort || names.Right.IsShort;

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
                if (best is null || Rank(found) > Rank(best) || (Rank(found) == Rank(best) && found.Likeness > best.Likeness)) best = found;
                if (best is { Grade: NameGrade.Same, FormsDiffer: false } && !IsWeak(best)) return best;
            }
        return best;

        // A longer name that is one but for its spelling tells more than an abbreviation that is equal.
        static int Rank(NameComparison found) => 2 * (int)found.Grade - (found.Grade >= NameGrade.Spelling && IsWeak(found) ? 3 : 0);
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
        if (witnesses.Kind == Witness.Doubtful) return OfUnlikeBodies(names, witnesses, left, right);
        var isDoubted = names.FormsDiffer || names.Doubt is not null || witnesses.Country == Witness.Against || witnesses.Date == Witness.Against;
        switch (names.Grade)
        {
            case NameGrade.Same or NameGrade.Spelling:
                if (isDoubted || (IsCompany(left, right) && AreDescribedOtherwise(names.Left, names.Right))) return LinkOutcome.Ask;
                // "Ministry of Finance" is a name of many; with its state it is a name of one.
                return names.Left.IsOfOne || names.Right.IsOfOne || witnesses.Country == Witness.For ? LinkOutcome.Same : LinkOutcome.Ask;
            case NameGrade.Alike:
                if (witnesses.Country == Witness.Against || IsByChance(names, witnesses)) return LinkOutcome.Different;
                if (isDoubted || (!names.SharesNaming && !names.IsInitials)) return LinkOutcome.Ask;
                if (names.IsInitials) return ShortestName(names) >= (witnesses.Country == Witness.For ? FewestSureInitials : FewestLoneInitials) ? LinkOutcome.Same : LinkOutcome.Ask;
                return names.Likeness >= (names.IsLoneSlip ? SureLoneSlip : SureSlip) ? LinkOutcome.Same : LinkOutcome.Ask;
            default:
                if (witnesses.Country == Witness.Against) return LinkOutcome.Different;
                if (!names.SharesNaming && names.IsPlaceInOne && AreCountries(names.PlacesOfLeft, right) && AreCountries(names.PlacesOfRight, left)) return LinkOutcome.Same;
                return names.Likeness < LeastPart ? LinkOutcome.Different : LinkOutcome.Ask;
        }
    }

    // A bank of a state may be an office in one source and a company in another; a company of an international body's first letters is not that body.
    private static LinkOutcome OfUnlikeBodies(NameComparison names, Witnesses witnesses, PreparedSubject left, PreparedSubject right)
    {
        if (names.Grade < NameGrade.Spelling || names.FormsDiffer || witnesses.Country == Witness.Against || IsWeak(names)) return LinkOutcome.Different;
        return witnesses.Country == Witness.For || (left.Subject.Kind != LinkedKind.Company && right.Subject.Kind != LinkedKind.Company) ? LinkOutcome.Ask : LinkOutcome.Different;
    }

    // Of few letters a slip or first letters are found in any large register.
    private static bool IsByChance(NameComparison names, Witnesses witnesses)
    {
        var letters = Math.Min(names.Left.Written.Length, names.Right.Written.Length);
        return letters <= NameFold.FewLetters && (names.IsLoneSlip || names.IsInitials) && (letters < (names.IsLoneSlip ? NameFold.FewLetters : FewestSureInitials) || witnesses.Country != Witness.For) && (names.IsLoneSlip || letters <= FewestSureInitials);
    }

    private static bool IsCompany(PreparedSubject left, PreparedSubject right) => left.Subject.Kind == LinkedKind.Company || right.Subject.Kind == LinkedKind.Company;

    // "Air Land" and "Land Air", "Oil Land" and "Landish Oil" are companies whose every word describes: their order and their endings tell them apart.
    private static bool AreDescribedOtherwise(LinkedName left, LinkedName right) => !left.HasNaming && !right.HasNaming
        && (!left.Words.Select(word => word.Text).SequenceEqual(right.Words.Select(word => word.Text)) || (left.Written != right.Written && left.IsLatin == right.IsLatin));

    private bool AreCountries(ImmutableArray<string> places, PreparedSubject subject) =>
        places.All(place => _rules.Countries.TryGetValue(place, out var code) && subject.Countries.Contains(code));

    private static int ShortestName(NameComparison names) => Math.Min(names.Left.Joined.Length, names.Right.Joined.Length);
}
