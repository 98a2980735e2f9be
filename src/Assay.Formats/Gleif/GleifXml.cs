using System.Text;
using System.Xml;
using Assay.Formats.Imports;

namespace Assay.Formats.Gleif;

/// <summary>
/// Reads files in the standard's XML (LEI-CDF 2.1 and 3.1, RR-CDF 1.1 and 2.1, Reporting Exceptions 1.1 and 2.1) from beginning to end, one record at a
/// time. A document type, with or without entities, is refused.
/// </summary>
internal sealed class GleifXml
{
    /// <summary>Elements may stand so deep in each other; the standard's own need eight.</summary>
    public const int Deepest = 32;

    /// <summary>No text of an element is longer, in characters.</summary>
    public const int LongestText = 1 << 16;

    /// <summary>No record has more elements and attributes: those of the real files have some hundred.</summary>
    public const int MostParts = 10_000;

    // The reader keeps every name of an element, attribute or namespace that it meets; the standard and the extensions in use have some hundred.
    private const int MostNames = 5_000;

    private const int RecordsBetweenLooks = 256;
    private const string Namespaces = "http://www.gleif.org/data/schema/";

    private readonly ImportFile _file;
    private readonly ImportSink _sink;
    private readonly string[] _path = new string[Deepest + 1];
    private readonly StringBuilder _text = new();
    private readonly char[] _chunk = new char[4096];
    private readonly List<string> _skipped = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _attributeNames = new(StringComparer.Ordinal);
    private string _contentDate = "", _fileContent = "";
    private GleifRecord? _record;
    private int _depth, _records, _parts;
    private bool _isTooLong;

    private GleifXml(ImportFile file, ImportSink sink) => (_file, _sink) = (file, sink);

    /// <summary>Reads a file to its end, or to where it is no XML any more.</summary>
    public static void Read(ImportFile file, Stream stream, Encoding encoding, ImportSink sink) => new GleifXml(file, sink).Read(stream, encoding);

    private void Read(Stream stream, Encoding encoding)
    {
        // Given as text, so that a byte that is no UTF-8 is a sign in one name and not the end of the file.
        using var text = new StreamReader(new MarkupLimit(stream), encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        using var xml = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false,
            IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true,
        });
        var place = (IXmlLineInfo)xml;
        try
        {
            ReadFile(xml, place);
        }
        catch (XmlException error) when (error.Message.Contains("DTD", StringComparison.Ordinal))
        {
            _sink.Break(Math.Max(error.LineNumber, 1), "document-type", "a document type (DOCTYPE)", "XML without one, as the register publishes it", "delete it");
        }
        catch (XmlException error)
        {
            _sink.Break(Math.Max(Math.Max(error.LineNumber, place.LineNumber), 1), "bad-xml", GleifIds.Cited(error.Message, 200), "well-formed XML to the end", $"download the file again; {_records} records before this place could be read");
        }
    }

    private void ReadFile(XmlReader xml, IXmlLineInfo place)
    {
        if (xml.MoveToContent() != XmlNodeType.Element || KindOf(xml) is not { } kind)
        {
            _sink.Report(place.LineNumber, "not-gleif", $"the element {GleifIds.Cited(xml.LocalName)} of '{GleifIds.Cited(xml.NamespaceURI)}'", $"LEIData, RelationshipData or ReportingExceptionData of {Namespaces}…", "download the XML of the golden copy; the file is left out");
            return;
        }
        GleifSource? source = null;
        if (kind == "LEIRecord")
        {
            var (rows, record) = (new EntityRows(_sink), new LeiRecord());
            ReadRecords(xml, place, kind, record, () => rows.Add(record, source ??= SourceOf("LEI-CDF")));
        }
        else if (kind == "RelationshipRecord")
        {
            var (rows, record) = (new RelationshipRows(_sink), new RelationshipRecord());
            ReadRecords(xml, place, kind, record, () => rows.Add(record, source ??= SourceOf("RR-CDF")));
        }
        else
        {
            var (rows, record) = (new ExceptionRows(_sink), new ExceptionRecord());
            ReadRecords(xml, place, kind, record, () => rows.Add(record, source ??= SourceOf("Reporting Exceptions")));
        }
    }

    private static string? KindOf(XmlReader xml) => (xml.LocalName, xml.NamespaceURI) switch
    {
        ("LEIData", var name) when name.StartsWith(Namespaces + "leidata/", StringComparison.Ordinal) => "LEIRecord",
        ("RelationshipData", var name) when name.StartsWith(Namespaces + "rr/", StringComparison.Ordinal) => "RelationshipRecord",
        ("ReportingExceptionData", var name) when name.StartsWith(Namespaces + "repex/", StringComparison.Ordinal) => "Exception",
        _ => null,
    };

    private GleifSource SourceOf(string format) => GleifSource.OfHeader(_file, _sink, format, _contentDate, _fileContent);

    private void ReadRecords(XmlReader xml, IXmlLineInfo place, string kind, GleifRecord record, Action add)
    {
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.Depth > Deepest:
                    _sink.Report(place.LineNumber, "too-deep", $"more than {Deepest} elements in each other", "records of the standard", "correct it in the file; the rest of the file is left out");
                    return;
                case XmlNodeType.Element when _names.Count > MostNames:
                    _sink.Report(place.LineNumber, "too-many-names", $"more than {MostNames} names of elements, attributes and namespaces", "those of the standard", "correct it in the file; the rest of the file is left out");
                    return;
                case XmlNodeType.Element:
                    _names.Add(xml.LocalName);
                    if (_record is not null || xml.LocalName == kind) Open(xml, place, record);
                    else _text.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    Append(xml);
                    break;
                case XmlNodeType.EndElement:
                    if (_record is null) EndOfHeader(xml.LocalName);
                    else if (Close(place)) EndRecord(add);
                    _text.Clear();
                    break;
            }
        }
    }

    private void Open(XmlReader xml, IXmlLineInfo place, GleifRecord record)
    {
        _text.Clear();
        if (_record is null)
        {
            _record = record;
            record.Begin(place.LineNumber);
            (_depth, _parts) = (0, 0);
            _isTooLong = false;
            _skipped.Clear();
            if (xml.IsEmptyElement) _record = null;
            return;
        }
        _path[_depth++] = xml.LocalName;
        var isEmpty = xml.IsEmptyElement;
        _isTooLong |= ++_parts > MostParts;
        if (!_isTooLong) record.Open(xml.LocalName);
        while (xml.MoveToNextAttribute())
        {
            var isNamespace = xml.Prefix == "xmlns" || xml.Name == "xmlns";
            _names.Add(isNamespace ? xml.Value : xml.LocalName);
            _isTooLong |= ++_parts > MostParts;
            if (isNamespace || _isTooLong || xml.NamespaceURI.EndsWith("XMLSchema-instance", StringComparison.Ordinal)) continue;
            _path[_depth] = NameOfAttribute(xml.LocalName);
            Take(_depth + 1, xml.Value);
        }
        if (isEmpty) _depth--;
    }

    private void Append(XmlReader xml)
    {
        for (int many; (many = xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0;)
        {
            if (_text.Length + many <= LongestText) _text.Append(_chunk, 0, many);
            else _isTooLong = true;
        }
    }

    // True where the record itself is closed.
    private bool Close(IXmlLineInfo place)
    {
        if (_depth == 0) return true;
        if (_text.Length > 0 && _text.ToString().Trim() is { Length: > 0 } text)
        {
            if (text.Contains('\uFFFD', StringComparison.Ordinal))
                _sink.Report(place.LineNumber, "not-utf8", "a byte that is no UTF-8, or the sign for one that was none (U+FFFD)", "UTF-8 text", "save the file as UTF-8; the record is read with U+FFFD in its place");
            Take(_depth, text);
        }
        _depth--;
        return false;
    }

    private void Take(int depth, string text)
    {
        var path = _path.AsSpan(0, depth);
        if (_isTooLong || _record!.Take(path, text)) return;
        var what = GleifFields.WhatOf(path);
        if (_skipped.Contains(what)) return;
        _skipped.Add(what);
        _sink.Skip(what, _record.Line);
    }

    private void EndRecord(Action add)
    {
        var record = _record!;
        _record = null;
        if (_isTooLong)
        {
            _sink.Report(record.Line, "record-too-long", $"a text of more than {LongestText} characters, or more than {MostParts} elements", "records of the standard", "correct it in the file; the record is left out");
            return;
        }
        _records++;
        add();
        if (_records % RecordsBetweenLooks == 0) _sink.Cancellation.ThrowIfCancellationRequested();
    }

    private void EndOfHeader(string element)
    {
        if (element == "ContentDate") _contentDate = _text.ToString().Trim();
        else if (element == "FileContent") _fileContent = GleifIds.Cited(_text.ToString().Trim());
    }

    private string NameOfAttribute(string name)
    {
        if (!_attributeNames.TryGetValue(name, out var known)) _attributeNames[name] = known = "@" + name;
        return known;
    }
}
