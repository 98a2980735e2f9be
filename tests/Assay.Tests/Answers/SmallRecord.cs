using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Tests.Answers;

/// <summary>
/// A record made by hand, a few rows long. Entities that a row names are added as companies, or as states where their id has two letters.
/// Dates are "from..to" in the forms of the tables, either end empty.
/// </summary>
internal sealed class SmallRecord
{
    private readonly List<Statement> _rows = [];
    private readonly HashSet<string> _entities = [];

    public SmallRecord Entity(string id, EntityKind kind, string? country = null, string? parent = null)
    {
        if (_entities.Add(id)) _rows.Add(new Entity { Id = Next("entity"), Sources = Source, Place = default, EntityId = new(id), Kind = kind, Name = id, Country = Id(country), Parent = Id(parent) });
        return this;
    }

    public SmallRecord Company(string id, string? country = null, string? parent = null) => Entity(id, EntityKind.Company, country, parent);

    public SmallRecord Member(string member, string body, string dates = "2000-01-01..", MembershipStatus status = MembershipStatus.Member, string? seen = null)
    {
        Known(member);
        Entity(body, EntityKind.Bloc);
        return Add(new Membership { Id = Next("membership"), Sources = Source, Place = default, Member = new(member), Body = new(body), MembershipStatus = status, Validity = During(dates, seen) });
    }

    public SmallRecord Stake(string owner, string asset, decimal share, string dates = "2000-01-01..", RowStatus status = RowStatus.Reported, Interest interest = Interest.Shares) =>
        Stake(owner, asset, Bounds.Exactly(share), dates, status, interest);

    public SmallRecord Stake(string owner, string asset, Bounds share, string dates = "2000-01-01..", RowStatus status = RowStatus.Reported, Interest interest = Interest.Shares, string? seen = null)
    {
        Known(owner);
        Known(asset);
        return Add(new Stake { Id = Next("stake"), Sources = Source, Place = default, Owner = new(owner), Asset = new(asset), Share = share, Interest = interest, StakeStatus = status, Validity = During(dates, seen) });
    }

    public SmallRecord Domicile(string firm, string country, string dates) =>
        Add(new Domicile { Id = Next("domicile"), Sources = Source, Place = default, Firm = new(firm), Country = new(country), Validity = During(dates, null) });

    public SmallRecord Licence(string company, string asset, string role = "licence-holder", string dates = "..") =>
        Add(new Operation { Id = Next("operation"), Sources = Source, Place = default, Operator = new(company), Asset = new(asset), Role = role, Validity = During(dates, null) });

    public SmallRecord Output(string subject, string period, decimal low, decimal? high = null, RowStatus status = RowStatus.Reported, string indicator = "ore", string unit = "t", string scope = "")
    {
        Known(subject);
        return Add(new Measure { Id = Next("measure"), Sources = Source, Place = default, Subject = new(subject), Indicator = indicator, Period = Year(period), Value = new(low, high ?? low), Unit = unit, Scope = scope, MeasureStatus = status });
    }

    public SmallRecord Part(string whole, string period, string part, string indicator = "ore") =>
        Add(new Part { Id = Next("part"), Sources = Source, Place = default, Whole = new(whole), Indicator = indicator, Period = Year(period), Subject = new(part) });

    public SmallRecord Ranked(string list, string period, string subject, int rank, decimal? value = null, string indicator = "ore")
    {
        Known(subject);
        Entity(list, EntityKind.Group);
        return Add(new Ranking { Id = Next("ranking"), Sources = Source, Place = default, List = new(list), Indicator = indicator, Period = Year(period), Subject = new(subject), Rank = rank, Value = value });
    }

    public SmallRecord Complete(string table, string subject, string dates = "..", Bounds? covers = null, string indicator = "", string scope = "") =>
        Add(new Completeness
        {
            Id = Next("completeness"), Sources = Source, Place = default, Table = table, Subject = new(subject), Indicator = indicator, Scope = scope,
            From = During(dates, null).From, To = During(dates, null).To, Covers = covers ?? Bounds.Exactly(100),
        });

    public SmallRecord Agreed(string id, string parties, string signed, string status = "in-force", string kind = "other", string? inForce = null, string? ended = null, string? replacedBy = null, string place = "", string topics = "")
    {
        foreach (var party in parties.Split('+')) Known(party);
        return Add(new Agreement
        {
            Id = Next("agreement"), Sources = Source, Place = default, AgreementId = new(id), Kind = kind, Title = $"Treaty {id}", Parties = [.. parties.Split('+').Select(party => new EntityId(party))],
            Signed = Date(signed), InForce = Date(inForce), Ended = Date(ended), AgreementStatus = status, ReplacedBy = Id(replacedBy), SigningPlace = place, Topics = [.. topics.Split('|', StringSplitOptions.RemoveEmptyEntries)],
        });
    }

    public SmallRecord Regime(string asset, string kind, string dates = "2000-01-01..") =>
        Add(new Regime { Id = Next("regime"), Sources = Source, Place = default, Asset = new(asset), RegimeKind = kind, Validity = During(dates, null) });

    public SmallRecord Add(Statement row)
    {
        _rows.Add(row);
        return this;
    }

    public EvidenceSnapshot Build() => new([], _rows, [new Source(new("s"), "Publisher", "Title", null)]);

    public static Validity During(string dates, string? seen) => dates.Split("..") is [var from, var to] ? new(Date(from), Date(to), Date(seen)) : throw new FormatException(dates);

    private static ImmutableArray<SourceId> Source { get; } = [new SourceId("s")];

    private static PartialDate? Date(string? text) => string.IsNullOrEmpty(text) ? null : PartialDate.Parse(text);

    private static EntityId? Id(string? id) => id is null ? null : new EntityId(id);

    private static Period Year(string text) => Period.TryParse(text, out var period) ? period : throw new FormatException(text);

    private void Known(string id) => Entity(id, id.Length == 2 ? EntityKind.State : EntityKind.Company, id.Length == 2 ? id : null);

    private StatementId Next(string table) => new($"{table}/{_rows.Count}");
}
