using Assay.Evidence;

namespace Assay.Formats.Packs;

/// <summary>The closed word lists of the tables.</summary>
internal static class Vocabulary
{
    public static readonly Words<EntityKind> EntityKinds = new(
        ("state", EntityKind.State), ("bloc", EntityKind.Bloc), ("company", EntityKind.Company), ("agency", EntityKind.Agency), ("fund", EntityKind.Fund),
        ("field", EntityKind.Field), ("mine", EntityKind.Mine), ("pipeline", EntityKind.Pipeline), ("port", EntityKind.Port), ("place", EntityKind.Place),
        ("person", EntityKind.Person), ("group", EntityKind.Group),
        ("organization", EntityKind.Organization), ("arrangement", EntityKind.Arrangement), ("asset", EntityKind.Asset), ("project", EntityKind.Project));

    public static readonly Words<Interest> Interests = new(
        ("participating", Interest.Participating), ("shares", Interest.Shares), ("votes", Interest.Votes));

    /// <summary>
    /// Interests apart from stakes: the codes of the interestType codelist of BODS 0.4, shareholding and votingRights only as what is held through others, or
    /// may be, beside direct stakes that it would be counted twice with; then the relationship types of GLEIF's RR-CDF 2.1; then the participation of FollowTheMoney's ProjectParticipant.
    /// </summary>
    public static readonly Words<string> InterestTypes = Words.Of(
        "shareholding", "voting-rights", "appointment-of-board", "other-influence-or-control", "senior-managing-official", "settlor", "trustee", "protector", "beneficiary-of-legal-arrangement",
        "rights-to-surplus-assets-on-dissolution", "rights-to-profit-or-income", "rights-granted-by-contract", "conditional-rights-granted-by-contract",
        "control-via-company-rules-or-articles", "control-by-legal-framework", "board-member", "board-chair", "unknown-interest", "unpublished-interest",
        "enjoyment-and-use-of-assets", "right-to-profit-or-income-from-assets", "nominee", "nominator",
        "consolidation", "ultimate-consolidation", "fund-management", "sub-fund", "feeder", "international-branch", "project-participant");

    public static readonly Words<string> Directnesses = Words.Of("direct", "indirect", "unknown");

    public static readonly Words<string> ExceptionSubjects = Words.Of("owners", "direct-parent", "ultimate-parent");

    public static readonly Words<ParentKnown> ParentsKnown = new(("none", ParentKnown.None), ("maybe", ParentKnown.Maybe), ("hidden", ParentKnown.Hidden));

    public static readonly Words<LinkOutcome> LinkOutcomes = new(("same", LinkOutcome.Same), ("different", LinkOutcome.Different), ("ask", LinkOutcome.Ask));

    public static readonly Words<RowStatus> StakeStatuses = new(
        ("reported", RowStatus.Reported), ("derived", RowStatus.Derived), ("assumed", RowStatus.Assumed), ("planned", RowStatus.Planned));

    public static readonly Words<RowStatus> FigureStatuses = new(
        ("reported", RowStatus.Reported), ("derived", RowStatus.Derived), ("preliminary", RowStatus.Preliminary), ("secondary", RowStatus.Secondary),
        ("forecast", RowStatus.Forecast), ("plan", RowStatus.Planned), ("floor", RowStatus.Floor), ("ceiling", RowStatus.Ceiling));

    public static readonly Words<MembershipStatus> MembershipStatuses = new(
        ("member", MembershipStatus.Member), ("founding-member", MembershipStatus.FoundingMember), ("founding-state", MembershipStatus.FoundingState),
        ("observer", MembershipStatus.Observer), ("associate", MembershipStatus.Associate), ("partner", MembershipStatus.Partner),
        ("dialogue-partner", MembershipStatus.DialoguePartner), ("suspended", MembershipStatus.Suspended));

    public static readonly Words<bool> Stances = new(("asserts", true), ("denies", false));

    public static readonly Words<string> Roles = Words.Of("operator", "licence-holder", "joint-venture");

    public static readonly Words<string> AgreementKinds = Words.Of(
        "alliance", "strategic-partnership", "military-cooperation", "trade", "investment", "minerals", "energy", "production-sharing", "joint-venture", "visa", "other");

    public static readonly Words<string> AgreementStatuses = Words.Of("in-force", "signed", "provisional", "expired", "replaced", "denounced", "unknown");

    public static readonly Words<string> Regimes = Words.Of("production-sharing", "joint-venture", "concession", "subsoil-use-contract", "service-contract");

    public static readonly Words<string> EventStatuses = Words.Of("happened", "planned", "expected");

    public static readonly Words<string> Vias = Words.Of("direct", "reported", "catalogue-of-opponent");

    public static readonly Words<string> SourceKinds = Words.Of("primary", "news", "reference");
}
