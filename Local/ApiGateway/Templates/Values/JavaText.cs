using System.Globalization;
using System.Numerics;
using System.Text;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>
/// Values as text, as Java writes them: a map is <c>{a=1, b=2}</c>, a list of JSON is JSON with its slashes escaped
/// (https://github.com/netplex/json-smart-v2, whose lists API Gateway gives to templates), another list is <c>[1, 2]</c>.
/// </summary>
internal sealed class JavaText
{
    private const int DeepestNesting = 300;
    private const int LongestText = 10 * 1024 * 1024;

    private readonly StringBuilder _text = new();
    private readonly Rendering? _rendering;
    private int _depth;

    private JavaText(Rendering? rendering) => _rendering = rendering;

    /// <summary>The text of a value.</summary>
    public static string Of(object? value, Rendering rendering)
    {
        if (value is string text)
        {
            return text;
        }

        var writer = new JavaText(rendering);
        writer.Write(value);
        return writer._text.ToString();
    }

    /// <summary>The JSON of a value.</summary>
    public static string Json(object? value)
    {
        var writer = new JavaText(null);
        writer.WriteJson(value);
        return writer._text.ToString();
    }

    private void Write(object? value)
    {
        Bound();
        switch (value)
        {
            case JavaList { IsJson: true }:
                _text.Append(Json(value).Replace("/", @"\/", StringComparison.Ordinal));
                break;
            case JavaList list:
                WriteAll('[', list, ']', ", ", Write);
                break;
            case JavaMap { IsSilent: true }:
                break;
            case JavaMap map:
                WriteAll('{', map.Entries, '}', ", ", entry => WriteEntry(entry.Key, entry.Value));
                break;
            case MapEntry entry:
                WriteEntry(entry.Key, entry.Value);
                break;
            case DefinedBlock defined:
                _text.Append(_rendering!.Capture(defined.Block));
                break;
            default:
                _text.Append(Scalar(value));
                break;
        }
    }

    private void WriteEntry(string key, object? value)
    {
        _text.Append(key).Append('=');
        Write(value);
    }

    private void WriteJson(object? value)
    {
        Bound();
        switch (value)
        {
            case JavaList list:
                WriteAll('[', list, ']', ",", WriteJson);
                break;
            case JavaMap { IsSilent: true }:
                break;
            case JavaMap map:
                WriteAll('{', map.Entries, '}', ",", entry =>
                {
                    _text.Append(AwsJson.Quote(entry.Key)).Append(':');
                    WriteJson(entry.Value);
                });
                break;
            default:
                _text.Append(value is null or bool || JavaNumbers.IsNumber(value) ? Scalar(value) : AwsJson.Quote(Scalar(value)));
                break;
        }
    }

    private void WriteAll<T>(char begin, IEnumerable<T> items, char end, string separator, Action<T> write)
    {
        if (++_depth > DeepestNesting)
        {
            throw new TemplateException("a value is nested too deeply");
        }

        _text.Append(begin);
        var isFirst = true;
        foreach (var item in items)
        {
            _text.Append(isFirst ? "" : separator);
            write(item);
            isFirst = false;
        }

        _text.Append(end);
        _depth--;
    }

    private void Bound()
    {
        if (_text.Length > LongestText)
        {
            throw new TemplateException("a text is longer than 10 MB");
        }
    }

    private static string Scalar(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool boolean => boolean ? "true" : "false",
        double number => JavaNumbers.Text(number),
        int or long or BigInteger => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };
}
