using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Web.Reactions;

/// <summary>The reactions to an article, as <c>/a/ID/reactions.json</c> gives them.</summary>
/// <param name="Article">The article.</param>
/// <param name="Targets">The article as a whole (its claim is empty) and each of its findings, in the order of the article.</param>
/// <param name="Order">The claims in the order in which to show them.</param>
/// <param name="Reasons">The short list of reasons.</param>
/// <param name="Token">What a change is sent with; absent where the visitor has not asked for it.</param>
internal sealed record ReactionsDocument(string Article, IReadOnlyList<TargetDocument> Targets, IReadOnlyList<string> Order, IReadOnlyList<ReasonDocument> Reasons, TokenDocument? Token);

/// <summary>Where one finding stands.</summary>
/// <param name="Claim">As <c>c18</c>; empty: the article as a whole.</param>
/// <param name="Useful">How many found it useful: the raw count.</param>
/// <param name="NotUseful">How many did not.</param>
/// <param name="Score">How useful readers who usually disagree find it, between 0 and 1; absent: too few readers yet.</param>
/// <param name="Own">What this visitor chose; absent: nothing.</param>
internal sealed record TargetDocument(string Claim, long Useful, long NotUseful, double? Score, ChoiceDocument? Own);

/// <summary>What a visitor chose.</summary>
internal sealed record ChoiceDocument(bool Useful, string Reason);

/// <summary>A reason that may be given, in the language of the interface.</summary>
internal sealed record ReasonDocument(string Key, bool Useful, string Text);

/// <summary>The header that proves that a change was sent from a page of this site.</summary>
internal sealed record TokenDocument(string Header, string Value);

/// <summary>A change that is sent.</summary>
/// <param name="Claim">As <c>c18</c>; empty: the article as a whole.</param>
/// <param name="Useful">Useful, or not; null takes the reaction back.</param>
/// <param name="Reason">A key of the list; empty: none given.</param>
internal sealed record SentReaction(string Claim, bool? Useful, string Reason = "");

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ReactionsDocument))]
[JsonSerializable(typeof(TargetDocument))]
[JsonSerializable(typeof(SentReaction))]
internal sealed partial class ReactionsJson : JsonSerializerContext;
