using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson.Direct;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// Reads and writes the types that a source-generated context lists, without reflection over them. The context is made anew with
/// this serializer's options: what an attribute on the context says of options does not count.
/// </summary>
/// <remarks>
/// The request and the answer of a REST API are read and written without their metadata, which would take longer to make than
/// everything else in a first invocation. List them in the context all the same: the official package needs them there.
/// </remarks>
/// <typeparam name="TSGContext">The context, which names every type with <c>[JsonSerializable]</c>.</typeparam>
public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext>
    : AbstractLambdaJsonSerializer, ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    private readonly Lazy<TSGContext> _context;
    private readonly Lazy<JsonSerializerOptions> _options;
    private readonly bool _isPlain;

    /// <summary>A serializer with the default options.</summary>
    public SourceGeneratorLambdaJsonSerializer()
        : this(null, null)
    {
    }

    /// <summary>A serializer whose options the customizer may change.</summary>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions>? customizer)
        : this(customizer, null)
    {
    }

    /// <summary>A serializer whose writer options the customizer may look at.</summary>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonWriterOptions>? jsonWriterCustomizer)
        : this(null, jsonWriterCustomizer)
    {
    }

    /// <summary>A serializer whose options the first customizer may change.</summary>
    public SourceGeneratorLambdaJsonSerializer(
        Action<JsonSerializerOptions>? customizer, Action<JsonWriterOptions>? jsonWriterCustomizer)
        : base(jsonWriterCustomizer)
    {
        // A derived class may change the options too.
        _isPlain = customizer is null && GetType() == typeof(SourceGeneratorLambdaJsonSerializer<TSGContext>);
        _options = new(() => CreateOptions(customizer));
        _context = new(CreateContext);
    }

    /// <summary>The options that the context was made with.</summary>
    protected JsonSerializerOptions SerializerOptions => _options.Value;

    /// <inheritdoc/>
    protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize(utf8Json, TypeInfo<T>())!;

    /// <inheritdoc/>
    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, TypeInfo<T>());

    /// <inheritdoc/>
    private protected override bool TryReadDirectly<T>(ReadOnlySpan<byte> utf8Json, out T? value)
        where T : default
    {
        if (!_isPlain || typeof(T) != typeof(APIGatewayProxyRequest))
        {
            return base.TryReadDirectly(utf8Json, out value);
        }

        value = (T?)(object?)ProxyRequestReader.Read(utf8Json);
        return true;
    }

    /// <inheritdoc/>
    private protected override bool TryWriteDirectly<T>(Utf8JsonWriter writer, T response)
    {
        if (!_isPlain || typeof(T) != typeof(APIGatewayProxyResponse))
        {
            return base.TryWriteDirectly(writer, response);
        }

        ProxyResponseWriter.Write(writer, (APIGatewayProxyResponse?)(object?)response);
        return true;
    }

    private JsonSerializerOptions CreateOptions(Action<JsonSerializerOptions>? customizer)
    {
        var options = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(options);
        return options;
    }

    private TSGContext CreateContext()
    {
        // The one constructor that every generated context has; there is no way to name it in a constraint.
        var constructor = typeof(TSGContext).GetConstructor([typeof(JsonSerializerOptions)])
            ?? throw new JsonSerializerException(
                $"The context {typeof(TSGContext).FullName} has no constructor that takes JsonSerializerOptions.");
        return (TSGContext)constructor.Invoke([SerializerOptions]);
    }

    private JsonTypeInfo<T> TypeInfo<T>() => _context.Value.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new JsonSerializerException(
            $"No JsonTypeInfo registered in {typeof(TSGContext).FullName} for type {typeof(T).FullName}.");
}
