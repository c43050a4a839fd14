# Builds one service from source into an image of its own: SERVICE is pidp-service, token-service, storage-service or standalone.
#   docker build --build-arg SERVICE=storage-service -t sagrada-storage .
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/var/cache/maven,sharing=locked \
    MAVEN_OPTS="-Dmaven.repo.local=/var/cache/maven ${MAVEN_OPTS:-}" \
    mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true -am package -pl pidp-service,token-service,storage-service,standalone
# No more of Java than the services use.
RUN "$JAVA_HOME/bin/jlink" --output /opt/jre --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 \
    --add-modules java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss \
    --add-modules java.security.sasl,java.sql,java.xml,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

FROM build AS unpacked
ARG SERVICE
RUN java -Djarmode=tools -jar ${SERVICE}/target/*-exec.jar extract --destination /opt/sagrada \
    && mv /opt/sagrada/*-exec.jar /opt/sagrada/application.jar \
    && case "$(uname -m)" in x86_64) other=arm64v8 ;; *) other=amd64 ;; esac \
    && rm -f /opt/sagrada/lib/embedded-postgres-binaries-linux-$other-*.jar \
    && cp deploy/image/start deploy/image/train deploy/image/healthy /opt/sagrada/

FROM debian:bookworm-slim AS base
COPY deploy/image/base /tmp/gather
RUN /tmp/gather /base

FROM scratch
ARG SERVICE
ENV PATH=/opt/java/bin:/bin LANG=C.UTF-8 SERVICE=${SERVICE}
COPY --from=base /base /
COPY --from=unpacked /opt/jre /opt/java
COPY --from=unpacked --chown=10001:10001 /opt/sagrada /opt/sagrada
USER 10001:10001
WORKDIR /var/lib/sagrada
RUN /opt/sagrada/train
ENTRYPOINT ["/opt/sagrada/start"]
