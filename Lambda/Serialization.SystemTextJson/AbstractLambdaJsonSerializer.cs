using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// What the serializers share: events are read from UTF-8, property names without regard to case; answers are written without
/// null members and with as little escaping as JSON allows.
/// </summary>
public abstract class AbstractLambdaJsonSerializer
{
    private readonly SerializerDebugLog? _debugLog = SerializerDebugLog.OfEnvironment();

    /// <summary>Starts with the default writer options, which the customizer may look at.</summary>
    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions>? jsonWriterCustomizer)
    {
        WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        jsonWriterCustomizer?.Invoke(WriterOptions);
    }

    /// <summary>How answers are written.</summary>
    protected JsonWriterOptions WriterOptions { get; }

    /// <summary>Reads the whole stream into a <typeparamref name="T"/>.</summary>
    /// <exception cref="JsonSerializerException">The stream is not JSON, or not of that type.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        _debugLog?.Read<T>(requestStream);
        try
        {
            return requestStream is MemoryStream memory && memory.TryGetBuffer(out var bytes) && TryReadDirectly(bytes, out T? value)
                ? value!
                : InternalDeserialize<T>(EventBytes.Of(requestStream));
        }
        catch (Exception e)
        {
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {e.Message}", e);
        }
    }

    /// <summary>Writes the object to the stream, which stays open.</summary>
    /// <exception cref="JsonSerializerException">The object cannot be written as JSON.</exception>
    public void Serialize<T>(T response, Stream responseStream)
    {
        var begin = _debugLog is not null && responseStream.CanSeek ? responseStream.Position : 0;
        try
        {
            using var writer = new Utf8JsonWriter(responseStream, WriterOptions);
            if (!TryWriteDirectly(writer, response))
            {
                InternalSerialize(writer, response);
            }

            writer.Flush();
            _debugLog?.Written(response, responseStream, begin);
        }
        catch (Exception e)
        {
            throw new JsonSerializerException(
                $"Error converting the response object of type {typeof(T).FullName} from the Lambda function to JSON: {e.Message}", e);
        }
    }

    /// <summary>The options that a serializer starts from.</summary>
    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = new AwsNamingPolicy(),
        Converters = { new DateTimeConverter(), new MemoryStreamConverter() },
    };

    /// <summary>Reads a <typeparamref name="T"/>.</summary>
    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    /// <summary>Writes a <typeparamref name="T"/>.</summary>
    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    /// <summary>Reads types that need no metadata; false to read by metadata.</summary>
    private protected virtual bool TryReadDirectly<T>(ReadOnlySpan<byte> utf8Json, out T? value)
    {
        value = default;
        return false;
    }

    /// <summary>Writes types that need no metadata; false to write by metadata.</summary>
    private protected virtual bool TryWriteDirectly<T>(Utf8JsonWriter writer, T response) => false;
}
