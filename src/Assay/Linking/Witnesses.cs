using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Linking;

/// <summary>What something beside the names says.</summary>
internal enum Witness
{
    /// <summary>Nothing: one of the two does not tell.</summary>
    Silent,
    For,
    /// <summary>Against, but for a slip that is often made.</summary>
    Doubtful,
    Against,
}

/// <summary>What kind, country and date say of two subjects.</summary>
internal readonly record struct Witnesses(Witness Kind, Witness Country, Witness Date)
{

    public static Witnesses Of(PreparedSubject left, PreparedSubject right)
    {
        var (one, other) = (left.Subject, right.Subject);
        var kind = OfKinds(one.Kind, other.Kind);
        var country = left.Countries.IsEmpty || right.Countries.IsEmpty ? Witness.Silent : left.Countries.Any(code => right.Countries.Contains(code)) ? Witness.For : Witness.Against;
        var date = one.Began is { } begun && other.Began is { } began ? OfDates(begun, began) : Witness.Silent;
        return new Witnesses(kind, country, date);
    }

    /// <summary>Adds what the witnesses say of two subjects to the reasons.</summary>
    public void Explain(PreparedSubject left, PreparedSubject right, ImmutableArray<LinkReason>.Builder reasons)
    {
        var (one, other) = (left.Subject, right.Subject);
        if (Kind is Witness.Against or Witness.Doubtful) reasons.Insert(0, new(LinkSign.Against, "kinds-differ", $"they are of different kinds: {one.Kind} and {other.Kind}"));
        if (Country == Witness.For) reasons.Add(new(LinkSign.For, "country-agrees", "the country agrees"));
        if (Country == Witness.Against) reasons.Add(new(LinkSign.Against, "countries-differ", $"the countries differ: {string.Join(", ", left.Countries)} and {string.Join(", ", right.Countries)}"));
        if (Date == Witness.For) reasons.Add(new(LinkSign.For, "date-agrees", "the date agrees"));
        if (Date == Witness.Against) reasons.Add(new(LinkSign.Against, "dates-differ", $"the dates differ: {one.Began} and {other.Began}"));
        if (Date == Witness.Doubtful) reasons.Add(new(LinkSign.Against, "date-swapped", $"the dates are alike but for a slip: {one.Began} and {other.Began}"));
    }

    // What one source calls an office another registers as a company: between bodies, unlike kinds weigh less than between a body and a person.
    private static Witness OfKinds(LinkedKind one, LinkedKind other)
    {
        if (one == LinkedKind.Unknown || other == LinkedKind.Unknown) return Witness.Silent;
        if (one == other) return Witness.For;
        if (!IsBody(one) || !IsBody(other)) return Witness.Against;
        return one == LinkedKind.Body || other == LinkedKind.Body ? Witness.Silent : Witness.Doubtful;

        static bool IsBody(LinkedKind kind) => kind is LinkedKind.Body or LinkedKind.Company or LinkedKind.Agency or LinkedKind.Bloc;
    }

    private static Witness OfDates(PartialDate left, PartialDate right)
    {
        if (left.First <= right.Last && right.First <= left.Last) return Witness.For;
        // Day and month the other way round is the commonest slip of dates.
        var isSwapped = left.Year == right.Year && left.Day is not null && right.Day is not null && left.Month == right.Day && left.Day == right.Month;
        return isSwapped ? Witness.Doubtful : Witness.Against;
    }
}
