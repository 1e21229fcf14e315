namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Api</c> says of its functions, all of it, and of where their dead letters go.</summary>
public sealed class ApiStackFunctionTests
{
    [Fact]
    public void Functions_AreExactlyThese() => Exactly.This("Api", "AWS::Lambda::Function", """
        Architectures = [arm64]  full ×16
        Architectures = [x86_64]  dev ×16 prod ×16
        Code.S3Bucket = cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1  ×16
        Code.S3Key = {asset}.zip  ×16
        DeadLetterConfig.TargetArn = ${/DeadLetters/Queue.Arn}  ×16
        Description = DELETE /api/me/glossaries/{glossaryId}  ×1
        Description = DELETE /api/me/glossaries/{glossaryId}/terms/{termId}  ×1
        Description = GET /api/glossaries  ×1
        Description = GET /api/glossaries/{glossaryId}  ×1
        Description = GET /api/glossaries/{glossaryId}/terms  ×1
        Description = GET /api/glossaries/{glossaryId}/terms/{termId}  ×1
        Description = GET /api/me/glossaries  ×1
        Description = GET /api/me/glossaries/{glossaryId}  ×1
        Description = GET /api/me/glossaries/{glossaryId}/terms  ×1
        Description = GET /api/me/study  ×1
        Description = GET /api/openapi.json  ×1
        Description = POST /api/me/glossaries  ×1
        Description = POST /api/me/glossaries/{glossaryId}/terms  ×1
        Description = POST /api/me/study/reviews  ×1
        Description = PUT /api/me/glossaries/{glossaryId}  ×1
        Description = PUT /api/me/glossaries/{glossaryId}/terms/{termId}  ×1
        Environment.Variables.ALLOWED_ORIGINS = https://example.org  full ×16
        Environment.Variables.DOTNET_GCgen0size = 400000  ×16
        Environment.Variables.METRICS_NAMESPACE = Lexicon-{stage}  ×16
        Environment.Variables.OPERATION = {operation}  ×16
        Environment.Variables.SSL_CERT_DIR = /var/task/none  ×16
        Environment.Variables.SSL_CERT_FILE = /var/task/roots.pem  ×16
        Environment.Variables.TABLE_NAME = ${import Lexicon-{stage}-Data-TableName}  ×16
        FunctionName = Lexicon-{stage}-Api-{operation}  ×16
        Handler = Lexicon.Functions  ×16
        LoggingConfig.LogGroup = ${./Logs}  ×16
        MemorySize = 1024  ×16
        Role = ${./Role.Arn}  ×16
        Runtime = dotnet10  dev ×16 prod ×16
        Runtime = provided.al2023  full ×16
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×16
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×16 full ×16
        Timeout = 10  ×16
        TracingConfig.Mode = Active  ×16
        """);

    [Fact]
    public void Queues_AreExactlyThese() => Exactly.This("Api", "AWS::SQS::Queue", """
        DeletionPolicy = Delete  ×1
        MessageRetentionPeriod = 1209600  ×1
        QueueName = Lexicon-{stage}-Api-DeadLetters  ×1
        SqsManagedSseEnabled = true  ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×1 full ×1
        UpdateReplacePolicy = Delete  ×1
        """);

    [Fact]
    public void QueuePolicies_AreExactlyThese() => Exactly.This("Api", "AWS::SQS::QueuePolicy", """
        PolicyDocument.Statement = {Action: sqs:*, Condition: {Bool: {aws:SecureTransport: false}}, Effect: Deny, Principal: {AWS: *}, Resource: ${./Queue.Arn}}  ×1
        PolicyDocument.Version = 2012-10-17  ×1
        Queues = [${./Queue}]  ×1
        """);
}
