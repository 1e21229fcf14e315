namespace Amazon.Lambda.Core;

/// <summary>
/// Names the serializer of an assembly or of one handler, for the runtimes that load handlers by name. An executable passes its
/// serializer to <c>LambdaBootstrapBuilder</c> instead.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Method)]
public sealed class LambdaSerializerAttribute(Type serializerType) : Attribute
{
    /// <summary>A type that implements <see cref="ILambdaSerializer"/> and has a constructor without parameters.</summary>
    public Type SerializerType { get; set; } = serializerType;
}
