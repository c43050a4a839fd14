# Builds one service from source into an image of its own: SERVICE is pidp-service, token-service, storage-service or standalone.
#   docker build --build-arg SERVICE=storage-service -t sagrada-storage .
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2,sharing=locked mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true -am package \
    -pl pidp-service,token-service,storage-service,standalone
# No more of Java than the services use.
RUN "$JAVA_HOME/bin/jlink" --output /opt/jre --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 \
    --add-modules java.se,jdk.crypto.ec,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

FROM build AS unpacked
ARG SERVICE
RUN java -Djarmode=tools -jar ${SERVICE}/target/*-exec.jar extract --destination /opt/sagrada \
    && mv /opt/sagrada/*-exec.jar /opt/sagrada/application.jar \
    && cp deploy/image/* /opt/sagrada/

FROM debian:bookworm-slim
ARG SERVICE
ENV PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 SERVICE=${SERVICE}
RUN useradd --system --uid 10001 --home-dir /var/lib/sagrada --create-home --shell /usr/sbin/nologin sagrada
COPY --from=unpacked /opt/jre /opt/java
COPY --from=unpacked --chown=sagrada /opt/sagrada /opt/sagrada
USER sagrada
WORKDIR /var/lib/sagrada
RUN /opt/sagrada/train
ENTRYPOINT ["/opt/sagrada/start"]
