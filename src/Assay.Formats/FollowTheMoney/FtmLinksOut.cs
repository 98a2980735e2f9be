using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.Imports;
using Assay.Formats.Packs;

namespace Assay.Formats.FollowTheMoney;

/// <summary>Rows of the record as links of FollowTheMoney. What a link's ends must be there decides which rows can be written.</summary>
internal sealed class FtmLinksOut(FtmModel model, FtmEntities entities, FtmDatasets datasets, ExportReport report)
{
    private readonly HashSet<string> _posts = new(StringComparer.Ordinal);

    /// <summary>What is written, in the order of the rows.</summary>
    public List<FtmObject> Objects { get; } = [];

    /// <summary>The entities that links name.</summary>
    public HashSet<EntityId> Used { get; } = [];

    /// <summary>Adds a row; one that the format has no place for is reported.</summary>
    public void Add(Statement statement)
    {
        switch (statement)
        {
            case Entity: break;
            case Stake stake: AddStake(stake); break;
            case Membership row: Link("Membership", row, row.Member, row.Body, row.Validity)?.With("role", row.MembershipStatus == MembershipStatus.Member ? null : Words(row.MembershipStatus)); break;
            case Position row: AddPosition(row); break;
            case OtherInterest row: AddInterest(row); break;
            case Operation row: Link(IsProject(row.Asset) ? "ProjectParticipant" : "UnknownLink", row, row.Operator, row.Asset, row.Validity)?.With("role", row.Role.Replace('-', ' ')); break;
            case Event { Kind: "succession", EventStatus: "happened", Participants: [var before, var after] } row: AddSuccession(row, before, after); break;
            case Domicile { Validity: { From: null, To: null } } row when entities.Find(row.Firm)?.Entity.Country == row.Country: break;
            default: report.Lost(statement.Id.Value.Split('/')[0], statement.Id); break;
        }
    }

    private void AddStake(Stake stake)
    {
        if (stake.StakeStatus == RowStatus.Planned || stake.Share.High == 0)
        {
            report.Lost(stake.StakeStatus == RowStatus.Planned ? "stakes that are planned" : "stakes of nothing", stake.Id);
            return;
        }
        var range = RangeOf(stake);
        var isProject = IsProject(stake.Asset);
        if (isProject && stake.Interest != Interest.Participating)
        {
            report.Lost("stakes in projects that are no participation", stake.Id);
            return;
        }
        if (Link(isProject ? "ProjectParticipant" : "Ownership", stake, stake.Owner, stake.Asset, stake.Validity) is not { } link) return;
        if (stake.Central is not null && !range.IsExact) report.Lost("central figures of shares that are ranges", stake.Id);
        if (stake.IsWeak)
        {
            report.Lost("weak status of stakes: written as a text that other readers may pass over", stake.Id);
            link.With("status", Words(stake.StakeStatus));
        }
        if (isProject)
        {
            link.With("role", FtmRoles.Participation(range));
            return;
        }
        var isVenture = entities.Find(stake.Asset)?.Schema.Kind == FtmKind.Asset;
        link.With("percentage", range.ToString()).With("role", stake.Interest == Interest.Votes ? FtmRoles.VotingRights : null)
            .With("ownershipType", (stake.Interest, isVenture) switch
            {
                (Interest.Participating, false) => FtmRoles.ParticipatingInterest,
                (Interest.Shares, true) => FtmRoles.Shares,
                _ => null,
            });
    }

    private void AddPosition(Position row)
    {
        var office = row.Office.Replace('-', ' ');
        if (entities.Find(row.Of)?.Entity.Kind != EntityKind.State)
        {
            Link("Directorship", row, row.Person, row.Of, row.Validity)?.With("role", office);
            return;
        }
        // Offices of a state are posts that are held: a state is no organization that is directed.
        if (entities.Find(row.Person) is not { } person || !person.Schema.Is("Person") || FtmCountries.CodeOf(row.Of.Value) is not { } code)
        {
            report.Lost("positions of which the format cannot name both ends", row.Id);
            return;
        }
        var post = $"{FtmEntities.Mine}post-{code}-{row.Office}";
        if (_posts.Add(post))
        {
            var position = new FtmObject(post, model.Find("Position")!, office).With("name", office).With("country", code);
            datasets.Put(position, row.Sources);
            Objects.Add(position);
        }
        Timed("Occupancy", row, row.Validity).With("holder", person.Id).With("post", post);
    }

    private void AddInterest(OtherInterest row)
    {
        if (row.Validity.Lapsed is not null) report.Lost("since when an interest was not confirmed", row.Id);
        var isParticipation = row.Type == "project-participant" && IsProject(row.Subject);
        Link(isParticipation ? "ProjectParticipant" : "UnknownLink", row, row.Holder, row.Subject, row.Validity)
            ?.With("role", isParticipation ? null : FtmRoles.Interest(row.Type)).With("status", row.Directness);
    }

    private void AddSuccession(Event row, EntityId before, EntityId after)
    {
        if (row.EventPlace.Length > 0) report.Lost("places of events", row.Id);
        Link("Succession", row, before, after, new Validity(row.From, row.To, null), IdOf(row), row.Title);
    }

    private bool IsProject(EntityId id) => entities.Find(id)?.Schema.Kind == FtmKind.Project;

    private FtmObject? Link(string schema, Statement row, EntityId from, EntityId to, Validity validity, string? id = null, string? caption = null)
    {
        var kind = model.Find(schema)!;
        if (entities.Find(from) is not { } one || entities.Find(to) is not { } other || !one.Schema.Is(RangeOf(kind, FtmUse.From)) || !other.Schema.Is(RangeOf(kind, FtmUse.To)))
        {
            report.Lost($"{row.Id.Value.Split('/')[0]} of which the format cannot name both ends", row.Id);
            return null;
        }
        Used.Add(from);
        Used.Add(to);
        return Timed(schema, row, validity, id, caption).With(kind.From, one.Id).With(kind.To, other.Id);
    }

    // The ranges of a link's ends in the standard's schema.
    private static string RangeOf(FtmSchema link, FtmUse end) => (link.Kind, end) switch
    {
        (FtmKind.UnknownLink, _) => "Thing",
        (FtmKind.Ownership, FtmUse.To) => "Asset",
        (FtmKind.Participation, FtmUse.To) => "Project",
        (FtmKind.Membership or FtmKind.Directorship, FtmUse.To) => "Organization",
        _ => "LegalEntity",
    };

    private FtmObject Timed(string schema, Statement row, Validity validity, string? id = null, string? caption = null)
    {
        var link = new FtmObject(id ?? Hashed(row.Id), model.Find(schema)!, caption ?? schema).With("startDate", validity.From?.ToString()).With("endDate", validity.To?.ToString());
        if (validity.Seen is { } seen)
        {
            if (validity.From is null) link.With("date", seen.ToString());
            else report.Lost("dates on which a source shows what it gives the first day of", row.Id);
        }
        link.With("description", row.Note);
        datasets.Put(link, row.Sources);
        Objects.Add(link);
        return link;
    }

    // An event that came from there has its id in the one it got here, unless a hash had to stand in for what a slug cannot hold.
    private static string IdOf(Event row)
    {
        const string Scheme = "ftm-";
        var id = row.EventId.Value;
        return id.StartsWith(Scheme, StringComparison.Ordinal) && ImportedId.Of("ftm", id[Scheme.Length..]) == id ? id[Scheme.Length..] : Hashed(row.Id);
    }

    private static string Hashed(StatementId id) => $"{FtmEntities.Mine}{XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(id.Value)).ToString("x32", CultureInfo.InvariantCulture)}";

    private static ShareRange RangeOf(Stake stake) => new(
        stake.IsAboveLeast ? stake.Share.Low - RangeCells.Resolution : stake.Share.Low, stake.IsBelowMost ? stake.Share.High + RangeCells.Resolution : stake.Share.High,
        stake.IsAboveLeast, stake.IsBelowMost);

    private static string Words(Enum word) => Rules.RuleNode.Kebab(word.ToString()).Replace('-', ' ');
}
