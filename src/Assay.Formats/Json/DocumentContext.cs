using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Formats.Json;

/// <summary>How the contract's JSON is written and read: strict, indented, members in the order of the contract.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ArticleDocument))]
[JsonSerializable(typeof(GapsDocument))]
[JsonSerializable(typeof(RecordDocument))]
[JsonSerializable(typeof(MentionsDocument))]
[JsonSerializable(typeof(ClaimsDocument))]
[JsonSerializable(typeof(CorrectionsDocument))]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(DoneDocument))]
internal sealed partial class DocumentContext : JsonSerializerContext;

/// <summary>An enum's name in lower case with hyphens: <c>ownership-share</c>.</summary>
internal sealed class HyphenatedWord<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>An enum's name as it stands: <c>NotEnoughEvidence</c>.</summary>
internal sealed class NameAsWritten<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
