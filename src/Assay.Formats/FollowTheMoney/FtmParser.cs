using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Assay.Formats.FollowTheMoney;

/// <summary>A line that is no entity; the message says what stands there.</summary>
internal sealed class FtmLineException(string code, string found, string expected) : Exception($"{found}, expected {expected}")
{
    public string Code => code;

    public string Found => found;

    public string Expected => expected;
}

/// <summary>
/// Reads a line as entities: its own, and those nested in the values of its properties. Nothing here calls itself, and nesting ends at the depth that the
/// JSON reader allows. Values are copied as they are; only those that some schema's property of that name has a use for.
/// </summary>
internal sealed class FtmParser(FtmModel model, FtmNames names)
{
    private const int Deepest = 64;
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = Deepest };
    private readonly List<Frame> _frames = [];
    private readonly List<FtmDraft> _drafts = [];
    private readonly Dictionary<string, FtmSchema> _schemata = model.Schemata.ToDictionary(schema => schema.Name, StringComparer.Ordinal);
    private int _used;

    private enum Within { Entity, Properties, Values }

    private readonly record struct Frame(Within Within, FtmDraft Draft, FtmProperty? Property);

    /// <summary>The entities that were read last, the line's own first; good until the next are read.</summary>
    public ReadOnlySpan<FtmDraft> Entities => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_drafts)[.._used];

    /// <summary>Names of fields beside the properties that were left out of them.</summary>
    public List<string> LeftFields { get; } = [];

    /// <summary>
    /// Reads the next object of a line. There is one, but where files were joined of which one ends without a line break.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Where the object begins, 0 at first; becomes where the next one does, the line's length where there is none.</param>
    /// <exception cref="FtmLineException">It is no entity.</exception>
    public void Read(ReadOnlySpan<byte> line, ref int at)
    {
        if (at == 0 && !System.Text.Unicode.Utf8.IsValid(line)) throw new FtmLineException("not-utf8", "bytes that are no UTF-8", "UTF-8");
        var start = at;
        _used = 0;
        _frames.Clear();
        LeftFields.Clear();
        try
        {
            var reader = new Utf8JsonReader(line[start..], s_options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) throw new FtmLineException("no-entity", "JSON that is no object", "one entity as a JSON object on each line");
            _frames.Add(new Frame(Within.Entity, Draft(null, null), null));
            while (_frames.Count > 0)
            {
                reader.Read();
                Step(ref reader);
            }
            at = start + (int)reader.BytesConsumed;
            at += line[at..].Length - line[at..].TrimStart(" \t\r"u8).Length;
            // Throws where something else stands on the line.
            if (at < line.Length && line[at] != '{') reader.Read();
        }
        catch (JsonException error)
        {
            throw new FtmLineException("bad-json", $"at byte {start + (error.BytePositionInLine ?? 0) + 1}: {FirstSentence(error.Message)}", "one entity as a JSON object on each line");
        }
        Nest();
    }

    private void Step(ref Utf8JsonReader reader)
    {
        var frame = _frames[^1];
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            _frames.RemoveAt(_frames.Count - 1);
            return;
        }
        switch (frame.Within)
        {
            case Within.Entity: ReadField(ref reader, frame.Draft); break;
            case Within.Values: ReadValue(ref reader, frame.Draft, frame.Property!); break;
            default:
                var property = names.Of(NameOf(ref reader));
                if (!frame.Draft.Properties.Contains(property)) frame.Draft.Properties.Add(property);
                reader.Read();
                if (reader.TokenType == JsonTokenType.StartArray) _frames.Add(new Frame(Within.Values, frame.Draft, property));
                else ReadValue(ref reader, frame.Draft, property);
                break;
        }
    }

    private void ReadField(ref Utf8JsonReader reader, FtmDraft draft)
    {
        if (reader.ValueTextEquals("id"u8)) ReadText(ref reader, draft, FtmDraft.Id, "id");
        else if (reader.ValueTextEquals("caption"u8)) ReadText(ref reader, draft, FtmDraft.Caption, "caption");
        else if (reader.ValueTextEquals("schema"u8)) ReadSchema(ref reader, draft);
        else if (reader.ValueTextEquals("properties"u8))
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) throw new FtmLineException("no-entity", "properties that are no object", "\"properties\": {\"name\": [\"…\"], …}");
            _frames.Add(new Frame(Within.Properties, draft, null));
        }
        else if (reader.ValueTextEquals("datasets"u8)) ReadList(ref reader, draft, FtmDraft.Dataset);
        else if (reader.ValueTextEquals("referents"u8)) ReadList(ref reader, draft, FtmDraft.Referent);
        else if (reader.ValueTextEquals("last_change"u8)) ReadText(ref reader, draft, FtmDraft.Changed, "last_change");
        else if (reader.ValueTextEquals("last_seen"u8)) ReadText(ref reader, draft, FtmDraft.Seen, "last_seen");
        else if (_frames.Count == 1 && reader.ValueTextEquals("op"u8)) ReadOperation(ref reader, draft);
        else if (_frames.Count == 1 && reader.ValueTextEquals("entity"u8))
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) throw new FtmLineException("no-entity", "an entity that is no object", "{\"op\": \"ADD\", \"entity\": {…}}");
            _frames.Add(new Frame(Within.Entity, draft, null));
        }
        else
        {
            if (!reader.ValueTextEquals("first_seen"u8)) LeftFields.Add(names.Of(NameOf(ref reader)).Name);
            reader.Read();
            reader.Skip();
        }
    }

    private void ReadValue(ref Utf8JsonReader reader, FtmDraft draft, FtmProperty property)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                _frames.Add(new Frame(Within.Entity, Draft(draft, property), null));
                break;
            case JsonTokenType.StartArray:
                throw new FtmLineException("no-entity", $"a list inside the list of values of {property.Name}", "texts and entities");
            case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False when property.Number < model.PropertyCount:
                Append(ref reader, draft, (ushort)property.Number);
                break;
        }
    }

    private static void ReadText(ref Utf8JsonReader reader, FtmDraft draft, ushort tag, string name)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number) Append(ref reader, draft, tag);
        else if (reader.TokenType != JsonTokenType.Null) throw new FtmLineException("no-entity", $"a field {name} that is no text", "a text");
    }

    private void ReadSchema(ref Utf8JsonReader reader, FtmDraft draft)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String) throw new FtmLineException("no-entity", "a schema that is no text", "the name of a schema");
        var name = Encoding.UTF8.GetString(NameOf(ref reader));
        if (_schemata.TryGetValue(name, out var schema)) draft.Schema = schema;
        else draft.UnknownSchema = name.Length <= 60 ? name : name[..60];
    }

    private static void ReadOperation(ref Utf8JsonReader reader, FtmDraft draft)
    {
        reader.Read();
        draft.Operation = reader.TokenType != JsonTokenType.String ? FtmOperation.None
            : reader.ValueTextEquals("ADD"u8) ? FtmOperation.Add : reader.ValueTextEquals("MOD"u8) ? FtmOperation.Modify : reader.ValueTextEquals("DEL"u8) ? FtmOperation.Delete : FtmOperation.None;
        if (draft.Operation == FtmOperation.None) throw new FtmLineException("delta-operation", "an operation that is none of the three", "\"op\": \"ADD\", \"MOD\" or \"DEL\"");
    }

    private static void ReadList(ref Utf8JsonReader reader, FtmDraft draft, ushort tag)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) Append(ref reader, draft, tag);
        if (reader.TokenType != JsonTokenType.StartArray) return;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String) Append(ref reader, draft, tag);
            else reader.Skip();
        }
    }

    private static void Append(ref Utf8JsonReader reader, FtmDraft draft, ushort tag)
    {
        var text = reader.ValueSpan;
        if (reader.TokenType != JsonTokenType.String || !reader.ValueIsEscaped)
        {
            draft.Add(tag, text);
            return;
        }
        try
        {
            draft.Close(tag, reader.CopyString(draft.Open(text.Length)));
        }
        catch (InvalidOperationException)
        {
            throw new FtmLineException("not-utf8", "an escape of half a character", "UTF-8");
        }
    }

    private static ReadOnlySpan<byte> NameOf(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan;
        try
        {
            return Encoding.UTF8.GetBytes(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            throw new FtmLineException("not-utf8", "an escape of half a character", "UTF-8");
        }
    }

    private FtmDraft Draft(FtmDraft? parent, FtmProperty? via)
    {
        if (_used == _drafts.Count) _drafts.Add(new FtmDraft());
        var draft = _drafts[_used++];
        draft.Clear();
        (draft.Parent, draft.Via) = (parent, via);
        return draft;
    }

    // An entity that stands inside another is a value of its property. Where the property is the reverse of one of the nested entity's own ("ownershipOwner"
    // of "owner"), writers leave the way back out: it is put in, unless it is there.
    private void Nest()
    {
        foreach (var draft in Entities)
        {
            if (draft.Parent is not { } parent || draft.Via is not { } via || !draft.HasId) continue;
            if (via.Number < model.PropertyCount && !parent.Has((ushort)via.Number, draft.IdText)) parent.Add((ushort)via.Number, draft.IdText);
            if (parent.Schema is not { } schema || !parent.HasId || schema.UseOf(via) != FtmUse.Reverse) continue;
            var back = names.Of(Encoding.UTF8.GetBytes(schema.DetailOf(via.Number)));
            if (!draft.Has((ushort)back.Number, parent.IdText)) draft.Add((ushort)back.Number, parent.IdText);
        }
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end > 0 ? message[..end] : message.TrimEnd('.');
    }
}
